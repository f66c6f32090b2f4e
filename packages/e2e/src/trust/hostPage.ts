import { createMeshesEmbed, type MeshesEmbed, type TraceEvent } from '@meshes-embed/core';

/** How a test wants an embed on the host page. */
export interface HostedSettings {
  readonly launchUrl: string;
  /** Instead of a fresh token: what the backend says it is. */
  readonly accessToken?: unknown;
  /** As if `hold` was called before. */
  readonly held?: boolean;
}

/** An embed on the host page, and all that it has told. Pages and heights in the order they came. */
export interface Hosted {
  readonly embed: MeshesEmbed;
  /** Every token that the backend gave out. */
  readonly tokens: readonly string[];
  launches: number;
  refreshes: number;
  readonly trace: TraceEvent[];
  readonly pages: (string | null)[];
  readonly heights: number[];
  readonly problems: string[];
  /** The backend's answers wait from now on. */
  hold(): void;
  /** The backend answers again; what waits goes on waiting. */
  pass(): void;
  /** What waits is answered. */
  release(): void;
}

declare global {
  interface Window {
    hosted: Hosted[];
    host(settings: HostedSettings): void;
  }
}

window.hosted = [];

/** Puts one more embed on the page, with a backend of its own that lives in the page. */
window.host = ({ launchUrl, held = false, ...given }) => {
  let release = (): void => {};
  let gate: Promise<void> | undefined;
  const tokens: string[] = [];
  const token = (): string => {
    tokens.push(`canary-${window.hosted.length}-${tokens.length}`);
    return tokens.at(-1) as string;
  };
  const embed = createMeshesEmbed({
    async fetchSession() {
      hosted.launches += 1;
      const session = `session-${hosted.launches}`;
      // Each launch URL is used once.
      const launch_url = hosted.launches === 1 ? launchUrl : `${launchUrl}-${hosted.launches}`;
      await gate;
      return {
        session_id: session,
        access_token: 'accessToken' in given ? (given.accessToken as string) : token(),
        expires_in: 1800,
        launch_url,
      };
    },
    async refreshSession({ sessionId }) {
      hosted.refreshes += 1;
      await gate;
      return { session_id: sessionId, access_token: token(), expires_in: 1800 };
    },
    onTrace: (event) => hosted.trace.push(event),
    onNavigate: ({ page }) => hosted.pages.push(page),
    onResize: (height) => hosted.heights.push(height),
    onProblem: ({ code }) => hosted.problems.push(code),
  });
  const hosted: Hosted = {
    embed,
    tokens,
    launches: 0,
    refreshes: 0,
    trace: [],
    pages: [],
    heights: [],
    problems: [],
    hold() {
      gate = new Promise((resolve) => {
        release = resolve;
      });
    },
    pass() {
      gate = undefined;
    },
    release: () => release(),
  };
  if (held) hosted.hold();
  window.hosted.push(hosted);
  embed.mount(document.body.appendChild(document.createElement('div')));
};
