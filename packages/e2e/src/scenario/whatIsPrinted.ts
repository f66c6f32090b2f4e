import type { EnginePage } from '../engines/engine.ts';
import type {} from '../probe/probe.ts';

/** What frameworks tell a developer in development mode; not the page's own words. */
const chatter = /React DevTools/;

/** How a development build of core says that a check failed, with the code of the cause. */
const saidCause = /^warn: Meshes embed: ([a-z-]+): /;

/** What the page printed: the causes that the toolkit said, each once and sorted, and all else but a framework's chatter. */
export async function whatIsPrinted(
  page: EnginePage,
): Promise<{ readonly said: readonly string[]; readonly else: readonly string[] }> {
  const printed = await page.evaluate(() => window.meshesProbe.printed);
  const said = printed.flatMap((text) => saidCause.exec(text)?.[1] ?? []);
  return {
    said: [...new Set(said)].toSorted(),
    else: printed.filter((text) => !saidCause.test(text) && !chatter.test(text)),
  };
}
