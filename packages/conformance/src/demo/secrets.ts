import { expect, type BrowserContext, type Page } from '@playwright/test';

interface SessionAnswer {
  readonly access_token?: string;
  readonly launch_url?: string;
  readonly launch_token?: string;
}

/** Knows every secret that the sample backend gave to a page, and looks for them where they must not be. */
export class Secrets {
  readonly #found = new Set<string>();
  readonly #reading: Promise<void>[] = [];

  /** Notes the secrets in whatever the backend answers from now on. */
  watch(context: BrowserContext): void {
    context.on('response', (response) => {
      if (new URL(response.url()).pathname.startsWith('/api/meshes/') && response.ok()) {
        // A page that goes away takes its answers with it; nothing was shown of those.
        this.#reading.push(response.json().then((answer: SessionAnswer) => this.#note(answer), () => {}));
      }
    });
  }

  #note({ access_token: accessToken, launch_url: launchUrl, launch_token: launchToken }: SessionAnswer): void {
    expect(launchToken, 'the backend keeps the launch token').toBeUndefined();
    if (accessToken) this.#found.add(accessToken);
    const token = launchUrl && new URL(launchUrl).searchParams.get('launch');
    if (token) this.#found.add(token);
  }

  /** How many secrets were seen. */
  async count(): Promise<number> {
    await Promise.all(this.#reading);
    return this.#found.size;
  }

  /** None stands in the page, its trace, address, history, cookies or storage; the launch URL stands in `src` alone. */
  async expectNone(page: Page, printed: readonly string[]): Promise<void> {
    await Promise.all(this.#reading);
    const places = await page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      for (const iframe of copy.querySelectorAll('iframe')) iframe.removeAttribute('src');
      return {
        markup: copy.outerHTML,
        trace: JSON.stringify(window.meshesTrace ?? []),
        address: location.href,
        history: JSON.stringify(history.state),
        cookies: document.cookie,
        storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, window.name]),
      };
    });
    for (const [place, text] of Object.entries({ ...places, console: printed.join('\n') })) {
      const leaked = [...this.#found].filter((secret) => text.includes(secret)).length;
      expect(leaked, `secrets in the ${place}`).toBe(0);
    }
  }
}
