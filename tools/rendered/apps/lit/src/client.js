import '@lit-labs/ssr-client/lit-element-hydrate-support.js';

// Only once Lit can take over what the server rendered.
await import('./integrations.js');
