import type { FrameFault, FrameReport } from '../../wire.ts';

/** The line between this document and the sandbox's control plane; nothing of it exists in the real service. */
export interface SandboxLine {
  /** Calls the listener with each fault that is put into force while the page runs. */
  onFault(listener: (fault: FrameFault) => void): void;
  report(report: FrameReport): void;
}

/** @param frame - this document's name at the sandbox, from its boot data. */
export function openSandboxLine(frame: string): SandboxLine {
  const base = `/frames/${encodeURIComponent(frame)}`;
  return {
    onFault(listener) {
      const stream = new EventSource(`${base}/faults`);
      stream.addEventListener('message', (event) => listener(JSON.parse(event.data as string) as FrameFault));
    },
    report(report) {
      const body = new Blob([JSON.stringify(report)], { type: 'application/json' });
      // A beacon outlives the document, which a fault may be about to replace.
      navigator.sendBeacon(`${base}/reports`, body);
    },
  };
}
