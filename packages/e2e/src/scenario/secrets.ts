import { expect } from '@playwright/test';
import type { EnginePage } from '../engines/engine.ts';
import type {} from '../probe/probe.ts';
import type {} from '@meshes-embed/app-shared';

/**
 * E1–E3, E7: no secret is in the page, its trace, address, history, cookies or storage, and none was
 * printed or broadcast; the launch URL is in `src` only.
 */
export async function expectNoSecret(page: EnginePage, secrets: readonly string[]): Promise<void> {
  const places = await page.evaluate(() => {
    return {
      markup: window.meshesProbe.markupOf(document.documentElement),
      trace: JSON.stringify(window.meshesTrace),
      address: location.href,
      history: JSON.stringify(history.state),
      cookies: document.cookie,
      storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, window.name]),
      console: window.meshesProbe.printed.join('\n'),
      broadcasts: JSON.stringify(window.meshesProbe.broadcasts),
    };
  });
  for (const [place, text] of Object.entries(places)) {
    expect(secrets.filter((secret) => text.includes(secret)).length, `secrets in the ${place}`).toBe(0);
  }
}
