import { failed, passed, unknown, type Outcome } from './check.ts';
import type { Web, WebAnswer } from './web.ts';

/** As the iframe of a page asks for its document. */
const asDocument = {
  headers: {
    accept: 'text/html',
    'sec-fetch-dest': 'iframe',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-site': 'cross-site',
  },
};

/** Uses a launch URL as an iframe would. */
export async function requestLaunch(web: Web, url: string): Promise<WebAnswer | string> {
  return await web.send(url, asDocument);
}

/** What the answer to the first use of a launch URL says. */
export function judgeLaunch(answer: WebAnswer | string): Outcome {
  if (typeof answer === 'string') return failed('launch-failing', answer);
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return passed(`the embed's page, status ${status}`);
  if (status >= 300 && status < 400) return unknown(`it redirects (status ${status}), and that is not followed`);
  if (status === 429 || status >= 500) return failed('launch-failing', `status ${status}`);
  return failed(
    'launch-refused',
    `status ${status}${headers.get('content-type')?.startsWith('text/html') ? ', a page that says why' : ''}`,
  );
}
