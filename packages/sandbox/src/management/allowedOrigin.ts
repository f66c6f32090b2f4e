/** Of an app's own page or a browser's extension; other schemes have no origin that could frame anything. */
const appOrigin = /^(capacitor|ionic|tauri|app|(chrome|moz|safari-web)-extension):\/\/[a-z0-9_.-]+(:\d{1,5})?$/i;

/**
 * An entry of `allowed_origins` as browsers write it, or null where it is no origin of a page: one with a path, a query,
 * a trailing slash, a wildcard or credentials is refused. What is let through is safe inside a CSP header.
 */
export function readAllowedOrigin(text: string): string | null {
  if (appOrigin.test(text)) return text;
  if (!/^https?:\/\/[^/?#@\\\s]+$/i.test(text) || !URL.canParse(text)) return null;
  const { origin, hostname } = new URL(text);
  return /^([a-z0-9_.-]+|\[[0-9a-f:]+\])$/.test(hostname) ? origin : null;
}
