import { spoilings, type SessionAnswer, type Spoiling, type SpoilingName } from './spoilings.ts';

/** A mistake in force, and how often it is still made. */
interface Entry {
  readonly spoiling: Spoiling;
  left: number;
  readonly ended: AbortController;
}

/** The mistakes that the backend makes with sessions, of each account apart. */
export class SpoiledAnswers {
  readonly #entries = new Map<string, Entry>();

  /** From now on, so many answers to this account are spoiled; one mistake at a time. */
  put(account: string, name: SpoilingName, times = Infinity): void {
    this.clear(account);
    this.#entries.set(account, { spoiling: spoilings[name], left: times, ended: new AbortController() });
  }

  /** No answer to this account is spoiled any more; those that are held back go on. */
  clear(account: string): void {
    this.#entries.get(account)?.ended.abort();
    this.#entries.delete(account);
  }

  /** The handler's answer, or what the mistake in force makes of it. */
  async spoil(account: string | null, request: Request, answer: () => Promise<Response>): Promise<Response> {
    const entry = account === null ? undefined : this.#entries.get(account);
    const asksFor = request.url.endsWith('/refresh') ? 'refresh' : 'mint';
    if (entry === undefined || entry.left === 0 || request.method !== 'POST' || entry.spoiling.of !== asksFor)
      return await answer();
    entry.left -= 1;
    const { how } = entry.spoiling;
    if (how === 'silence') {
      await aborted(AbortSignal.any([request.signal, entry.ended.signal]));
      return await answer();
    }
    if (typeof how === 'object' && !('code' in how))
      return new Response(how.body ?? null, { status: how.status, ...(how.headers && { headers: how.headers }) });
    if (typeof how === 'object')
      return Response.json(
        { error: { code: how.code, message: 'The demo was asked for this answer.' } },
        { status: how.status },
      );
    const good = await answer();
    return good.ok
      ? Response.json(how((await good.json()) as SessionAnswer), { headers: { 'cache-control': 'no-store' } })
      : good;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
