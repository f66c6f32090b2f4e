import type { TraceEvent } from './traceEvent.ts';

/** What a saved trace says of itself to people who are about to pass it on. */
const notice =
  "Steps of a Meshes embed. There is no token, no secret, no launch URL and no text of the embed's in them: nothing needs to be taken out before this is shared.";

/** A trace as a file's text, one step a line, so that two of them can be compared by eye as well; `readTrace` reads it. */
export function writeTrace(events: readonly TraceEvent[]): string {
  const steps = events.map((event) => `    ${JSON.stringify(event)}`).join(',\n');
  return `{\n  "notice": ${JSON.stringify(notice)},\n  "events": [\n${steps}\n  ]\n}\n`;
}
