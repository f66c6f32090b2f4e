import type { CauseCode } from '../problem/codes.ts';
import type { DiagnosticCheck } from '../diagnostics/report.ts';
import type { MeshesEmbed } from '../embed/meshesEmbed.ts';
import type { TraceEvent } from '../inspect/traceEvent.ts';
import { warn } from './warn.ts';

/** A height that has not come by then is missed: a little after the diagnosis says so. ms */
const heightTimeoutMs = 5_100;

/** A tab or panel that is closed hides its embed on purpose: that is for those who ask, and not for the console. */
const isOnPurpose = ({ code, evidence }: DiagnosticCheck): boolean =>
  code === 'container-shown' && evidence['shown'] === false;

/** What was seen of the problem when it was noted; else what the check was made from. */
function detailsOf({ cause, evidence }: DiagnosticCheck, trace: readonly TraceEvent[]): string {
  const noted = trace.findLast(({ kind, name }) => kind === 'problem' && name === cause)?.data?.['seen'];
  return String(
    noted ??
      Object.entries(evidence)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
  );
}

/** Says each check of an embed that fails on the console, once for each cause, as a warning that begins with the cause's code. */
export function sayFailedChecks(
  embed: Pick<MeshesEmbed, 'diagnose' | 'getSnapshot' | 'observe' | 'subscribe' | 'trace'>,
): void {
  const said = new Set<CauseCode>();
  let later: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    for (const check of embed.diagnose().checks) {
      const { cause, result } = check;
      if (result !== 'failed' || cause === null || said.has(cause) || isOnPurpose(check)) continue;
      said.add(cause);
      warn(cause, detailsOf(check, embed.trace()));
    }
  }

  // Some problems are told while the view stays as it is.
  embed.observe(({ kind }) => kind === 'problem' && queueMicrotask(look));

  embed.subscribe(() => {
    // The machine is in the middle of a step.
    queueMicrotask(look);
    const { status } = embed.getSnapshot();
    if (status !== 'live' || later !== undefined) return;
    later = setTimeout(() => {
      later = undefined;
      look();
    }, heightTimeoutMs);
  });
}
