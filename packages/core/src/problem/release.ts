/** The tag or branch that has the documents of this release. Written by `npm run release:version`. */
export const release = 'main';
