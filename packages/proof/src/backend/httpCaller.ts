import { Agent, request as send } from 'node:http';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Seconds, as the header says. */
  readonly retryAfter: string | undefined;
  readonly contentType: string | undefined;
}

/** Sends requests to one port of loopback, over connections that are kept. */
export interface HttpCaller {
  /** Rejects where the connection ends before the whole answer has come. */
  ask(method: string, path: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answer>;
  close(): void;
}

/** No answer for so long is a lost one. ms */
const patience = 60_000;

/** Makes a caller. */
export function createHttpCaller(port: number): HttpCaller {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  return {
    ask: (method, path, headers, body) =>
      new Promise((resolve, reject) => {
        const request = send(
          {
            agent,
            host: '127.0.0.1',
            port,
            method,
            path,
            headers: { ...headers, 'content-length': Buffer.byteLength(body) },
            timeout: patience,
          },
          (response) => {
            const chunks: Buffer[] = [];
            response
              .on('data', (chunk: Buffer) => chunks.push(chunk))
              .on('error', reject)
              .on('end', () =>
                resolve({
                  status: response.statusCode ?? 0,
                  text: Buffer.concat(chunks).toString(),
                  retryAfter: response.headers['retry-after'],
                  contentType: response.headers['content-type'],
                }),
              );
          },
        );
        request
          .on('timeout', () => request.destroy(new Error(`no answer within ${patience} ms`)))
          .on('error', reject)
          .end(body);
      }),
    close: () => agent.destroy(),
  };
}
