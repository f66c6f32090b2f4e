import { bodiless, type AnswerPart, type GivenUp, type HandedRequest, type WhoAmI } from './bridgeMessages.ts';

/** Answers the requests of one world. The request's address is below the world's own. */
export type AnswerRequest = (request: Request, path: string) => Promise<Response>;

const worlds = new Map<string, AnswerRequest>();
let next = 0;
let connected: Promise<string> | undefined;

/** A place below which all requests of frames are answered by this page. */
export interface World {
  /** Its address, without a slash at the end. */
  readonly address: string;
  /** From now on nothing is answered there. */
  close(): void;
}

/**
 * Opens a world. The service worker hands its requests to this page.
 *
 * @param folder - where the worker is, from the host's root, with a slash at its end
 * @throws Error where the browser has no service workers for this page, in words for a reader
 */
export async function openWorld(folder: string, answer: AnswerRequest): Promise<World> {
  connected ??= connect(folder);
  const page = await connected.catch((error: unknown) => {
    connected = undefined;
    throw error;
  });
  const world = String(next++);
  worlds.set(world, answer);
  return {
    address: `${location.origin}${folder}${page}/${world}`,
    close: () => void worlds.delete(world),
  };
}

/** Starts the worker. @returns the name by which it finds this page */
async function connect(folder: string): Promise<string> {
  if (!('serviceWorker' in navigator))
    throw new Error(
      'This browser gives this page no service worker, which the example runs in. It takes https, or http on localhost, and no private window in some browsers.',
    );
  const registration = await navigator.serviceWorker.register(`${folder}worker.js`, {
    scope: folder,
    updateViaCache: 'none',
  });
  const worker = await active(registration);
  navigator.serviceWorker.addEventListener('message', take);
  navigator.serviceWorker.startMessages();
  const { port1, port2 } = new MessageChannel();
  const name = new Promise<string>((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(String(data)), { once: true });
    port1.start();
  });
  worker.postMessage({ type: 'meshes-docs:who-am-i' } satisfies WhoAmI, [port2]);
  return await name;
}

function active(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  if (registration.active) return Promise.resolve(registration.active);
  return new Promise((resolve, reject) => {
    const starting = registration.installing ?? registration.waiting;
    starting?.addEventListener('statechange', () => {
      if (starting.state === 'activated') resolve(starting);
      if (starting.state === 'redundant') reject(new Error('The service worker of the example could not start.'));
    });
  });
}

function take({ data, ports }: MessageEvent<HandedRequest | null>): void {
  const [port] = ports;
  if (data?.type !== 'meshes-docs:request' || port === undefined) return;
  void answerThrough(port, data);
}

async function answerThrough(
  port: MessagePort,
  { url, world, path, method, headers, body }: HandedRequest,
): Promise<void> {
  const say = (part: AnswerPart): void => port.postMessage(part);
  const gone = new AbortController();
  port.addEventListener('message', ({ data }: MessageEvent<GivenUp>) => data.part === 'given-up' && gone.abort());
  port.start();
  const answer = worlds.get(world);
  try {
    const request = new Request(url, {
      method,
      headers: headers.map(([name, value]) => [name, value]),
      body,
      signal: gone.signal,
    });
    const response = answer ? await answer(request, path) : new Response('This example was closed.', { status: 410 });
    if (response.type === 'error') return say({ part: 'no-network' });
    say({ part: 'head', status: response.status, headers: [...response.headers] });
    if (response.body !== null && !bodiless.includes(response.status)) {
      const reader = response.body.getReader();
      gone.signal.addEventListener('abort', () => void reader.cancel().catch(() => {}));
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        say({ part: 'chunk', bytes: value });
      }
    }
    say({ part: 'end' });
  } catch {
    // A request that was given up, or one whose answer broke off: to a browser both are the network's.
    say({ part: 'no-network' });
  }
}
