import { expect, inject, onTestFinished, vi } from 'vitest';
import {
  createMeshesEmbed,
  type EmbedStatus,
  type LaunchSession,
  type MeshesEmbed,
  type MeshesEmbedOptions,
  type RefreshedSession,
} from '../../src/index.ts';

/** Where the embed is served. */
export const embedOrigin = (): string => inject('embedOrigin');

/** Waits until what is expected holds; patient, as a machine may be busy. */
export const eventually = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout: 20_000, interval: 10 });

/** A place on the page, a backend whose answers a test may change, and embeds that end with the test. */
export function createEmbedBench() {
  const place = document.body.appendChild(document.createElement('main'));
  const launches: string[] = [];
  const refreshes: string[] = [];
  const signals: AbortSignal[] = [];
  const secrets: string[] = [];
  const embeds: MeshesEmbed[] = [];
  let refusal: number | null = null;
  let path = '/workspace';
  let gate: Promise<void> = Promise.resolve();
  onTestFinished(() => {
    for (const embed of embeds) embed.destroy();
    place.remove();
  });

  function secret(): string {
    const made = `canary-${crypto.randomUUID()}`;
    secrets.push(made);
    return made;
  }
  async function answer(signal: AbortSignal): Promise<void> {
    signals.push(signal);
    await gate;
    if (refusal !== null) throw Object.assign(new Error(secret()), { status: refusal });
  }
  const options: MeshesEmbedOptions = {
    allowInsecureLocalhost: true,
    async fetchSession({ page, signal }): Promise<LaunchSession> {
      launches.push(page);
      const session_id = `session-${launches.length}`;
      await answer(signal);
      const launch_url = `${embedOrigin()}${path}/${page}?launch=${secret()}`;
      return {
        session_id,
        access_token: secret(),
        expires_in: 1_800,
        launch_url,
        workspace_id: 'workspace-1',
        role: 'admin',
        grant: secret(),
      };
    },
    async refreshSession({ sessionId, signal }): Promise<RefreshedSession> {
      refreshes.push(sessionId);
      await answer(signal);
      return { session_id: sessionId, access_token: secret(), expires_in: 1_800 };
    },
  };

  const fixture = {
    place,
    options,
    /** The page of each session that was asked for. */
    launches,
    /** The session of each refresh that was asked for. */
    refreshes,
    signals,
    /** Every token, launch URL and error text that was given out: none may be found anywhere. */
    secrets,
    /** From now on refuses with this status; null serves again. */
    refuse(status: number | null): void {
      refusal = status;
    },
    /** From now on launch URLs lead to pages that say nothing; called with false, to the embed. */
    goSilent(silent = true): void {
      path = silent ? '/silent' : '/workspace';
    },
    /** From now on launch URLs lead to pages that talk, and whose load never fires; called with false, to whole ones. */
    goUnfinished(unfinished = true): void {
      path = unfinished ? '/unfinished' : '/workspace';
    },
    /** From now on asks wait until the result is called. */
    hold(): () => void {
      let open = (): void => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => open();
    },
    create(changes: Partial<MeshesEmbedOptions> = {}): MeshesEmbed {
      const embed = createMeshesEmbed({ ...options, ...changes });
      embeds.push(embed);
      return embed;
    },
    container: (): HTMLElement => place.appendChild(document.createElement('div')),
    iframes: (): HTMLIFrameElement[] => [...place.querySelectorAll('iframe')],
    iframe(): HTMLIFrameElement {
      const [iframe] = fixture.iframes();
      if (!iframe) throw new Error('there is no iframe');
      return iframe;
    },
    /** Has the embed say something, so many times in a row. */
    say(message: unknown, times = 1, iframe: HTMLIFrameElement = fixture.iframe()): void {
      iframe.contentWindow!.postMessage({ say: message, times }, embedOrigin());
    },
    /** Has the embed reload itself; its launch URL is spent by now. */
    reload: (): void => fixture.iframe().contentWindow!.postMessage({ reload: true }, embedOrigin()),
    status: (embed: MeshesEmbed, expected: EmbedStatus): Promise<void> =>
      eventually(() => expect(embed.getSnapshot().status).toBe(expected)),
    async live(
      changes: Partial<MeshesEmbedOptions> = {},
    ): Promise<{ container: HTMLElement; embed: MeshesEmbed; unmount: () => void }> {
      const container = fixture.container();
      const embed = fixture.create(changes);
      const unmount = embed.mount(container);
      await fixture.status(embed, 'live');
      return { container, embed, unmount };
    },
  };
  return fixture;
}

/** Collects what the embed reports: which document it is, and how many tokens that document took. */
export function createReports() {
  const onNavigate = vi.fn<NonNullable<MeshesEmbedOptions['onNavigate']>>();
  const pages = (): string[] => onNavigate.mock.calls.map(([message]) => message.page ?? '');
  return { onNavigate, pages, documents: (): number => new Set(pages().map((page) => page.split(' ')[0])).size };
}
