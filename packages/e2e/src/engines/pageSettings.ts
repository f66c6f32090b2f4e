/** What pages of every engine are asked for. */
export const locale = 'en-GB';

/** The size of what a page shows, in CSS pixels. */
export const viewport = { width: 1280, height: 900 };
