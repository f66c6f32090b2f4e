import type { Boot, FrameFault, FrameReport } from '../../wire.ts';

/** The line between this document and the sandbox's control plane; nothing of it exists in the real service. */
export interface SandboxLine {
  /** Calls the listener with each fault that is put into force while the page runs. */
  onFault(listener: (fault: FrameFault) => void): void;
  report(report: FrameReport): void;
}

/** Opens it for the document that these boot data name. */
export function openSandboxLine({ base: embedBase, frame }: Pick<Boot, 'base' | 'frame'>): SandboxLine {
  const base = `${embedBase}/frames/${encodeURIComponent(frame)}`;
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
