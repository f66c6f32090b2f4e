/** What the code of the example's page has besides the embed. */
export interface HostCode {
  /** Settings of the embed, by their property. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A Content-Security-Policy of the page. */
  readonly policy?: string;
  /** A style sheet of the page. */
  readonly sheet?: string;
  /** Whether launch URLs are plain http, as where this site is served from localhost. */
  readonly insecure: boolean;
}

/** A page with an embed, to be read and edited. */
export function hostCode({ settings = {}, policy, sheet, insecure }: HostCode): string {
  const { endpoint = 'api/meshes', page = 'dashboard', ...others } = settings;
  const lines = Object.entries(others).map(([name, value]) => `      embed.${name} = ${inCode(value)};`);
  const attributes = [
    `endpoint="${String(endpoint)}"`,
    `page="${String(page)}"`,
    ...(insecure ? ['allow-insecure-localhost'] : []),
  ];
  return [
    '<!doctype html>',
    '<html lang="en">',
    '  <head>',
    '    <meta charset="utf-8" />',
    ...(policy === undefined ? [] : [`    <meta http-equiv="Content-Security-Policy" content="${policy}" />`]),
    '    <title>My app</title>',
    '    <style>',
    '      :root { color-scheme: light dark; font-family: system-ui, sans-serif; }',
    ...(sheet === undefined ? [] : [`      ${sheet}`]),
    '    </style>',
    '  </head>',
    '  <body>',
    '    <h1>Integrations</h1>',
    `    <meshes-embed ${attributes.join(' ')}></meshes-embed>`,
    '    <script type="module">',
    "      import './meshes-embed.js';",
    '',
    "      const embed = document.querySelector('meshes-embed');",
    ...lines,
    "      embed.addEventListener('problem', ({ detail }) => console.warn(detail.code, detail.message));",
    '    </script>',
    '  </body>',
    '</html>',
    '',
  ].join('\n');
}

/** A value as JavaScript, in the style of this repository. */
function inCode(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([name, field]) => `${name}: ${inCode(field)}`)
    .join(', ')} }`;
}
