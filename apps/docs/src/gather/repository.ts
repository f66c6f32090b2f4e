import { fileURLToPath } from 'node:url';

/** The repository's folder, absolute, with a slash at its end. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** This app's folder, absolute, with a slash at its end. */
export const appFolder = fileURLToPath(new URL('../../', import.meta.url));

/** What VitePress reads: written by each gathering, and ignored by git. */
export const contentFolder = `${appFolder}.content/`;

/** Where files of the repository that are no pages of the site are read. */
export const sourceAddress = 'https://github.com/meshes-embed/meshes-embed/blob/main/';
