import { fieldsOf } from '../endpoint/body.ts';
import type { Examination } from '../examination.ts';

/** Every secret that an examination knows so far: what it was given, and what it got. */
export function secretsOf({ settings, facts }: Examination): readonly string[] {
  const { accessKey, secretKey } = settings.credentials;
  const headers = settings.endpoint?.headers.map(([, value]) => value) ?? [];
  // A cookie header has several cookies in it, each with a name that is none.
  const cookies = headers
    .flatMap((value) => value.split(/[;\s]+/))
    .map((cookie) => cookie.slice(cookie.indexOf('=') + 1));
  const own = typeof facts.own === 'object' ? fieldsOf(facts.own.text) : {};
  const sessions = [{ ...facts.minted }, own] as const;
  const tokens = sessions.flatMap((session) => [
    session['access_token'],
    session['launch_token'],
    ...queryOf(session['launch_url']),
    own['grant'],
  ]);
  return [accessKey, secretKey, ...headers, ...cookies, facts.newerToken, ...tokens].filter(
    (secret) => typeof secret === 'string',
  );
}

/** The query of a URL, and each value in it. */
function queryOf(url: unknown): readonly string[] {
  if (typeof url !== 'string' || !URL.canParse(url)) return [];
  const { search, searchParams } = new URL(url);
  return [search.slice(1), ...searchParams.values()];
}
