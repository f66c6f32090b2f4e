import { useEffect, useState, type ReactElement } from 'react';
import type { ChartLayout } from '../chart/chartLayout.ts';
import { openTraceAddress, traceAddressOf } from '../trace/traceAddress.ts';
import { saveTrace, type NamedTrace } from '../trace/traceFile.ts';
import { TracePicker } from './TracePicker.tsx';
import { Workbench } from './Workbench.tsx';

/** A trace from a file, or from the link that opened this page. */
export function RecordedPage({ layout }: { layout: ChartLayout }): ReactElement {
  const [recorded, setRecorded] = useState<NamedTrace | null>(null);
  const [position, setPosition] = useState<number | null>(null);
  const [take] = useState(() => (trace: NamedTrace): void => {
    setRecorded(trace);
    setPosition(trace.events.length > 0 ? 0 : null);
  });
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    const open = async (): Promise<void> => {
      const address = traceAddressOf(location.href);
      if (address !== null) take(await openTraceAddress(address));
    };
    open().catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)));
  }, [take]);
  if (recorded === null) {
    return (
      <div className="page-note">
        <h1>Open a trace</h1>
        <p>
          A trace is what an embed did, step by step. It holds no token, no launch URL and no text of the embed’s:
          nothing in it needs to be taken out before it is shared.
        </p>
        {fault !== null && (
          <p role="alert" className="fault" data-testid="trace-link-fault">
            {fault}
          </p>
        )}
        <TracePicker label="Drop a trace file here, or choose one" testId="trace-file" onTrace={take} />
      </div>
    );
  }
  return (
    <Workbench layout={layout} trace={recorded.events} position={position} onPosition={setPosition} words>
      <div className="side-bar">
        <b data-testid="trace-name">{recorded.name}</b>
        <button type="button" data-testid="save" onClick={() => saveTrace(recorded)}>
          Save trace
        </button>
        <TracePicker label="Open another" testId="trace-file" onTrace={take} />
      </div>
    </Workbench>
  );
}
