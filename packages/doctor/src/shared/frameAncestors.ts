import { parseUrl } from '@meshes-embed/node/internal';

/** Who may frame a page, by its headers: the sources of `frame-ancestors`, one list for each policy that has it. */
export function frameAncestorsOf(headers: Headers): readonly (readonly string[])[] {
  // Several headers, or several policies in one header, come with commas between them. All of them count.
  const policies = (headers.get('content-security-policy') ?? '').split(',');
  return policies.flatMap((policy) => {
    const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
    // Where a directive is repeated, browsers take the first.
    const found = directives.find(([name]) => name?.toLowerCase() === 'frame-ancestors');
    return found === undefined ? [] : [found.slice(1)];
  });
}

/** Whether every policy lets a page of `origin` frame a page of the origin `framed`, as browsers match sources (CSP Level 3). */
export function isAllowed(policies: readonly (readonly string[])[], origin: string, framed: string): boolean {
  return policies.every((sources) => sources.some((source) => matches(source.toLowerCase(), new URL(origin), framed)));
}

const sourcePattern = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9_.-]+|\[[0-9a-f:]+\])(?::(\d+|\*))?\/?$/;

function matches(source: string, page: URL, framed: string): boolean {
  if (source === '*') return true;
  if (source === "'self'") return page.origin === framed;
  const scheme = /^([a-z][a-z0-9+.-]*):$/.exec(source)?.[1];
  if (scheme !== undefined) return sameScheme(scheme, page);
  const [, sourceScheme = parseUrl(framed)?.protocol.slice(0, -1) ?? 'https', host, port] =
    sourcePattern.exec(source) ?? [];
  if (host === undefined || !sameScheme(sourceScheme, page)) return false;
  const sameHost =
    host === '*' || (host.startsWith('*.') ? page.hostname.endsWith(host.slice(1)) : page.hostname === host);
  return sameHost && (port === '*' || portOf(page) === (port ?? defaultPort(page.protocol)));
}

/** A source of plain http also matches the same host by https. */
function sameScheme(scheme: string, page: URL): boolean {
  return page.protocol === `${scheme}:` || (scheme === 'http' && page.protocol === 'https:');
}

function portOf(url: URL): string {
  return url.port === '' ? defaultPort(url.protocol) : url.port;
}

function defaultPort(protocol: string): string {
  return protocol === 'http:' ? '80' : '443';
}
