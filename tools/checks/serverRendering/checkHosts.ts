import { join } from 'node:path';
import { chromiumArguments } from '@meshes-embed/conformance/chromium-arguments';
import { chromium } from 'playwright';
import { ensureBrowser } from '../../browsers.ts';
import { packedPackages } from '../../workspace/packedPackages.ts';
import { type CheckResult, resultOf } from '../check.ts';
import { checkHost } from './checkHost.ts';
import { hosts } from './hosts.ts';
import { installHosts, lockfileFault } from './installHosts.ts';
import { Stopwatch } from './stopwatch.ts';

/** The first port for a host; the next one starts so many further on, as two look for theirs at once. */
const firstPort = 4300;
const portsApart = 100;

/**
 * The server-rendered apps with the packed packages: they build, their servers render the embed without a session in
 * it, and a browser hydrates that and goes live, from the production build and from the development server.
 */
export async function checkHosts(): Promise<CheckResult> {
  const executablePath = await ensureBrowser('chromium');
  const packed = await packedPackages();
  const watch = new Stopwatch();
  const folder = await watch.time('install', () => installHosts(hosts, packed));
  const messages = [await lockfileFault(hosts)];
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    // Two at a time: a build keeps one core busy, a browser that waits for a page none.
    const left = [...hosts.entries()];
    const work = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const [index, host] = next;
        messages.push(
          ...(await checkHost(host, join(folder, host.name), firstPort + index * portsApart, browser, watch)),
        );
      }
    };
    await Promise.all([work(), work()]);
  } finally {
    await browser.close();
  }
  console.log(watch.table());
  return resultOf(messages);
}
