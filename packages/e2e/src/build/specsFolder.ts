/** Where an app is built for the specs, from its own folder. */
export const specsFolder = 'dist/specs';
