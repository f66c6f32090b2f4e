import { displayStyle } from '@meshes-embed/core/adapter';

/** The default displays' style, as a `style` attribute. */
export const overlay = Object.entries(displayStyle)
  .map(([name, value]) => `${name.replace(/[A-Z]/g, '-$&').toLowerCase()}:${value}`)
  .join(';');
