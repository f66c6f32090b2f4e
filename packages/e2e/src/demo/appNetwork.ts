import { expect } from '@playwright/test';
import { eventually } from '../eventually.ts';

/** The network between a sample app and its backend, as the server of the built apps lets a spec use it. */
export class AppNetwork {
  readonly #base: string;

  /** @param address - the app's origin */
  constructor(address: string) {
    this.#base = `${address}/__specs`;
  }

  /** Back to a network that works, with no secret noted. */
  async reset(): Promise<void> {
    await Promise.all([this.#ask('POST', '/network/normal'), this.#ask('DELETE', '/secrets')]);
  }

  /** From now on each request to the backend ends without an answer, as it does offline. */
  async goOffline(): Promise<void> {
    await this.#ask('POST', '/network/offline');
  }

  /** From now on requests for sessions get no answer, as from a backend that hangs. */
  async hang(): Promise<void> {
    await this.#ask('POST', '/network/hanging');
  }

  /** Waits until so many requests for a session are without an answer. */
  async expectPending(count: number): Promise<void> {
    await eventually(async () => expect(await (await this.#ask('GET', '/pending')).json()).toBe(count));
  }

  async restore(): Promise<void> {
    await this.#ask('POST', '/network/normal');
  }

  /** Every token that the backend gave to the page, the ones in launch URLs included. */
  async secrets(): Promise<readonly string[]> {
    return (await (await this.#ask('GET', '/secrets')).json()) as string[];
  }

  async #ask(method: string, path: string): Promise<Response> {
    const response = await fetch(this.#base + path, { method });
    if (!response.ok) throw new Error(`The app's server refused ${method} ${path} with ${response.status}.`);
    return response;
  }
}
