import { posix } from 'node:path';
import { outsideCode } from './outsideCode.ts';
import { sourceAddress } from './repository.ts';

/** What links of a document are turned into. */
export interface LinkTargets {
  /** The page of a file of the repository, from the site's root with `.md`; undefined where it is no page. */
  pageOf(file: string): string | undefined;
  /** Takes an image of the repository into the site. @returns its address from the site's root */
  takeImage(file: string): string;
}

/** What is in here is written for the site. */
const pagesFolder = 'apps/docs/pages/';

/** Where a cause of the catalogue is explained in the repository. */
const troubleshooting = 'docs/troubleshooting.md';

/**
 * Turns the relative links of a document into those of the site: to a page where the file is one, else to the
 * repository. Addresses and links within the page stay. Code is not looked at.
 *
 * @param file - the document, from the repository's folder
 * @throws where a link would lead to a page of the site in the repository
 */
export function rewriteLinks(text: string, file: string, targets: LinkTargets): string {
  const turn = (link: string): string => {
    // As the packages' READMEs name files of the repository: whole addresses, so that they lead somewhere on npm, too.
    const inRepository = /^https:\/\/github\.com\/meshes-embed\/meshes-embed\/blob\/[^/]+\/([^#]+)(?:#(.+))?$/.exec(
      link,
    );
    if (!inRepository && /^([a-z]+:|#|\/)/.test(link)) return link;
    const [path = '', anchor = ''] = inRepository ? inRepository.slice(1) : link.split('#', 2);
    const target = inRepository ? path : posix.normalize(posix.join(posix.dirname(file), path));
    const after = anchor && `#${anchor}`;
    if (target === troubleshooting) return /^[a-z]+-[a-z-]+$/.test(anchor) ? `/errors/${anchor}` : '/errors/';
    if (/\.(png|svg)$/.test(target)) return targets.takeImage(target);
    const page = targets.pageOf(target) ?? targets.pageOf(`${target}/README.md`);
    if (page === undefined && target.startsWith(pagesFolder))
      throw new Error(
        `${file}: ${link} is no page here. A page that is made of a document is named from the site's root.`,
      );
    return page === undefined
      ? `${sourceAddress}${target}${after}`
      : `/${page.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '')}${after}`;
  };
  return outsideCode(text, (part) =>
    part.replace(/(\]\()([^)\s]+)(\))/g, (_, open: string, link: string, close: string) => open + turn(link) + close),
  );
}
