import type { Fault, PageKind, SandboxStats } from '@meshes-embed/sandbox';
import { expect } from '@playwright/test';
import { eventually } from '../eventually.ts';

/** The sandbox's control plane, over HTTP. */
export class SandboxControl {
  readonly #base: string;

  /** @param apiUrl - the sandbox's management origin */
  constructor(apiUrl: string) {
    this.#base = `${apiUrl}/__sandbox`;
  }

  /** What the sandbox has counted since the last reset. */
  stats(): Promise<SandboxStats> {
    return this.#ask('GET', '/stats') as Promise<SandboxStats>;
  }

  /** Waits until the counts are these: the embed reports some of them a moment later. */
  async expectStats(expected: Partial<SandboxStats>): Promise<void> {
    await eventually(async () => expect(await this.stats()).toMatchObject(expected));
  }

  /** Back to the seed: no sessions, no faults, no counts. */
  async reset(): Promise<void> {
    await this.#ask('POST', '/reset');
  }

  /** From now on launches show these pages, until the next reset. */
  async usePages(pages: PageKind): Promise<void> {
    await this.#ask('POST', '/pages', { pages });
  }

  /** Makes something go wrong from now on. */
  async addFault(fault: Fault): Promise<void> {
    await this.#ask('POST', '/faults', fault);
  }

  /** Nothing goes wrong any more. */
  async deleteFaults(): Promise<void> {
    await this.#ask('DELETE', '/faults');
  }

  /** Ends the session's token, revokes the session, or makes the token stale as a refresh elsewhere would. */
  async act(action: 'expire' | 'revoke' | 'rotate', sessionId: string): Promise<void> {
    await this.#ask('POST', `/sessions/${sessionId}/${action}`);
  }

  async #ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.#base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`The sandbox refused ${method} ${path} with ${response.status}: ${await response.text()}`);
    return response.json();
  }
}
