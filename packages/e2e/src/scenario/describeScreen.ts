import type { EnginePage } from '../engines/engine.ts';
import type {} from '../probe/probe.ts';
import type {} from '@meshes-embed/app-shared';

/** What a person would look at who comes to a screen on which a scenario failed. */
export function describeScreen(tab: EnginePage): Promise<string> {
  const look = tab.evaluate(() =>
    [
      `The page shows: ${document.body.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 600)}`,
      `It printed: ${window.meshesProbe?.printed.join('\n') || 'nothing'}`,
      `Its last steps: ${(window.meshesTrace ?? [])
        .slice(-8)
        .map(({ kind, name }) => `${kind} ${name}`)
        .join(', ')}`,
    ].join('\n'),
  );
  return look.catch((error: Error) => `The page cannot be looked at: ${error.message}`);
}
