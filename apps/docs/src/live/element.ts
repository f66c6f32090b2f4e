// What a live example's page imports as `./meshes-embed.js`: the package as it is.
import '@meshes-embed/element';
