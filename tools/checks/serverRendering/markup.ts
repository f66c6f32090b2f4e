import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from './hosts.ts';

/** Words of the backend's own code and settings, which no browser has any use for. */
const backendWords = [
  'urn:meshes:m2m',
  'HS256',
  'MESHES_SECRET_KEY',
  'MESHES_ACCESS_KEY',
  'MESHES_ORGANIZATION_ID',
  'createSessionHandler',
];

/** What the server says in the place of a browser: no session is asked for, so nothing of one can be in it. */
const sessionTraces = [
  /<iframe/i,
  /[?&]launch=/,
  /launch_(url|token)/,
  /access_token/,
  /\beyJ[\w-]{8,}\.[\w-]/,
  /"?grant"?:/,
];

/** The text of the loading display. */
function loadingDisplay(html: string): string {
  const [, inside = ''] = /<div[^>]*role="status"[^>]*>([\s\S]*?)<\/div>/.exec(html) ?? [];
  return inside.replaceAll(/<[^>]*>/g, '').trim();
}

/** E4: what is wrong with the markup that the server sends for a page with an embed. */
export function markupFaults(title: string, html: string, secrets: string[]): (string | null)[] {
  const container = /<div[^>]*data-testid="embed"[^>]*>/.exec(html)?.[0] ?? '';
  const afterContainer = html.slice(html.indexOf(container) + container.length);
  return [
    container === '' ? `${title}: the server's markup has no container in it` : null,
    container.includes('data-meshes-status="idle"') && container.includes('aria-busy="true"')
      ? null
      : `${title}: the container should be idle and busy; it is ${container}`,
    /^(<!--.*?-->)*<\/div>/.test(afterContainer) ? null : `${title}: the container is not empty`,
    loadingDisplay(html) === '' ? `${title}: the loading display is not in the server's markup` : null,
    ...dataFaults(title, html, secrets),
  ];
}

/** E4: what is wrong with data that the server sends for a page. */
export function dataFaults(title: string, text: string, secrets: string[]): (string | null)[] {
  const trace = sessionTraces.find((pattern) => pattern.test(text));
  return [
    trace === undefined ? null : `${title}: the server's answer speaks of a session: ${String(trace)} matches`,
    secrets.some((secret) => text.includes(secret))
      ? `${title}: a credential of the backend is in the server's answer`
      : null,
    backendWords.some((word) => text.includes(word))
      ? `${title}: the backend's own words are in the server's answer`
      : null,
  ];
}

function textsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|mjs|css|html|json|txt|map)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

/** E8: what is wrong with the files that a host's build made for browsers. */
export function clientFileFaults(
  { name, clientFolder, serverFolder }: Host,
  folder: string,
  secrets: string[],
): (string | null)[] {
  const texts = textsUnder(join(folder, clientFolder));
  const found = [...secrets, ...backendWords].filter((word) => texts.some((text) => text.includes(word)));
  const onServer = textsUnder(join(folder, serverFolder)).some((text) =>
    backendWords.some((word) => text.includes(word)),
  );
  return [
    texts.some((text) => text.includes('meshes:ready'))
      ? null
      : `${name}: the embed is not in ${clientFolder}, so nothing was looked at`,
    found.length === 0
      ? null
      : `${name}: ${clientFolder} holds ${found.map((word) => (secrets.includes(word) ? 'a credential' : word)).join(', ')}`,
    // Proves that the words would be found where they are.
    onServer ? null : `${name}: the backend's own words are not even in ${serverFolder}: this check proves nothing`,
  ];
}

/** What is wrong with the files of pages that the build renders once for everyone. */
export function staticFileFaults(
  { name, staticFiles = [] }: Host,
  folder: string,
  secrets: string[],
): (string | null)[] {
  return staticFiles.flatMap((file) => {
    const path = join(folder, file);
    if (!existsSync(path)) return [`${name}: the build has not written ${file}, so its page is not static`];
    const text = readFileSync(path, 'utf8');
    return file.endsWith('.html')
      ? markupFaults(`${name} ${file}`, text, secrets)
      : dataFaults(`${name} ${file}`, text, secrets);
  });
}
