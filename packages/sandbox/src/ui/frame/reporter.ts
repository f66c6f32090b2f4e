import type { FrameReport } from '../../wire.ts';

/** Counts what this document says and takes, for the sandbox's counters. */
export interface Reporter {
  countSent(type: string): void;
  countAuth(): void;
  /** Sends what has been counted since the last time; nothing, where there is nothing. */
  flush(): void;
}

/** Counts are gathered for this long before they are sent, so that a storm of messages is no storm of requests. ms */
const gather = 100;

/** @param send - delivers one report; what it cannot deliver is lost, as it is a count and nothing more. */
export function createReporter(send: (report: FrameReport) => void): Reporter {
  let sent: Record<string, number> = {};
  let auths = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (auths === 0 && Object.keys(sent).length === 0) return;
    const report = { messages_sent: sent, auths_received: auths };
    sent = {};
    auths = 0;
    send(report);
  }

  function later(): void {
    timer ??= setTimeout(flush, gather);
  }

  return {
    countSent(type) {
      sent[type] = (sent[type] ?? 0) + 1;
      later();
    },
    countAuth() {
      auths += 1;
      later();
    },
    flush,
  };
}
