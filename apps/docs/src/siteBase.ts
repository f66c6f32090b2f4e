/** Where the site lies on its host, with a slash at both ends: `SITE_BASE`, or the host's root. */
export const siteBase = process.env['SITE_BASE'] ?? '/';

if (!/^\/([\w.-]+\/)*$/.test(siteBase))
  throw new Error(`SITE_BASE: expected a path with a slash at both ends, such as /docs/, got ${siteBase}`);
