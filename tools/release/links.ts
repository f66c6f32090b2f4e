/** Links to a file, a folder or an image of this repository, up to the branch or tag that they name. */
const links =
  /(https:\/\/(?:github\.com\/meshes-embed\/meshes-embed\/(?:blob|tree|raw)|raw\.githubusercontent\.com\/meshes-embed\/meshes-embed))\/[^/\s)]+\//g;

/** The tag that has the documents of this version; the branch for one that has no tag, as before the first release and for a canary. */
export function refOf(version: string): string {
  return /^0\.0\.0(-|$)/.test(version) ? 'main' : `v${version}`;
}

/** The text with each link into this repository naming that tag or branch. */
export function withRef(text: string, ref: string): string {
  return text.replaceAll(links, `$1/${ref}/`);
}
