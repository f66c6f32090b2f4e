import { displayStyle, ownDisplayStyle } from '@meshes-embed/core/adapter';

/** CSS properties as in `element.style`, as a `style` attribute. */
export const attribute = (style: object): string =>
  Object.entries(style)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, '-$&').toLowerCase()}:${value}`)
    .join(';');

/** The default displays' style, as a `style` attribute. */
export const overlay = attribute(displayStyle);

/** The style of what holds a display of the host's own, as a `style` attribute. */
export const ownOverlay = attribute(ownDisplayStyle);
