import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/index.ts';
import { createManualClock, type ManualClock } from './manualClock.ts';
import { signMachineJwt, type JwtChanges } from './signMachineJwt.ts';

/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, where it is JSON. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read fields that they then compare
  readonly body: any;
}

/** A sandbox under test, and clients of it that know nothing but the contract. */
export interface TestSandbox {
  readonly sandbox: Sandbox;
  readonly clock: ManualClock;
  /** Calls the management API with a good machine JWT. */
  manage(method: string, path: string, body?: unknown, jwt?: JwtChanges): Promise<Answer>;
  /** Mints for the first workspace; throws where that is refused. */
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  mint(fields?: Readonly<Record<string, unknown>>): Promise<any>;
  /** Calls the embed's API with this access token. */
  call(token: string | null, method: string, path: string, body?: unknown): Promise<Answer>;
  /** Calls the control plane. */
  control(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** Starts a sandbox for the tests of this file, on a clock of its own, and brings it back to its seed before each. */
export function useSandbox(): TestSandbox {
  const clock = createManualClock();
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ apiPort: 0, embedPort: 0, now: clock.now });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const test: TestSandbox = {
    get sandbox() {
      return sandbox;
    },
    clock,
    async manage(method, path, body, jwt) {
      const token = await signMachineJwt(sandbox, clock.now(), jwt);
      return request(`${sandbox.apiUrl}/api/v1${path}`, method, token, body);
    },
    async mint(fields = {}) {
      const answer = await test.manage('POST', '/sessions', { workspace_id: sandbox.workspaces[0]?.id, ...fields });
      if (answer.status !== 200) throw new Error(`mint refused: ${answer.text}`);
      return answer.body;
    },
    call: (token, method, path, body) => request(`${sandbox.embedUrl}/api${path}`, method, token, body),
    control: (method, path, body) => request(`${sandbox.apiUrl}/__sandbox${path}`, method, null, body),
  };
  return test;
}

/** Sends one request, with a bearer token and a JSON body where given. */
export async function request(
  url: string,
  method: string,
  token: string | null,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('application/json') ?? false;
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}
