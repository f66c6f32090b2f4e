/** What a lockfile says of a package that is fetched. */
interface LockedPackage {
  readonly name: string;
  readonly integrity: string | undefined;
}

/** The packages of a pnpm lockfile that are fetched, which is all but those of the workspace. */
export function lockedPackages(text: string): LockedPackage[] {
  const [, section = ''] = /^packages:\n([\s\S]*?)(?=^\S|$(?![\s\S]))/m.exec(text) ?? [];
  return section.split(/^(?= {2}\S.*:$)/m).flatMap((entry) => {
    const [, name] = /^ {2}'?([^\s'].*?)'?:$/m.exec(entry) ?? [];
    return name === undefined ? [] : [{ name, integrity: /\bintegrity: ([^\s},]+)/.exec(entry)?.[1] }];
  });
}

/** What is wrong with a lockfile: a package without a strong checksum, and one that is bound to an address. */
export function lockfileFaults(text: string): string[] {
  const packages = lockedPackages(text);
  return [
    ...(packages.length === 0 ? ['no package is in it'] : []),
    ...packages
      .filter(({ integrity }) => !integrity?.startsWith('sha512-'))
      .map(({ name }) => `${name} has no checksum of SHA-512`),
    ...(/\btarball: |https?:\/\//.test(text) ? ['an address is in it'] : []),
  ];
}
