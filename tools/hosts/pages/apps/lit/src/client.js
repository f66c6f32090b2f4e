// Before Lit itself, which it teaches to take over what the server has rendered.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import '@meshes-embed/element';
import './integrations.js';
