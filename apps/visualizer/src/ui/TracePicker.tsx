import { useState, type ReactElement } from 'react';
import { openTraceFile, type NamedTrace } from '../trace/traceFile.ts';

/** Takes a trace from a file: chosen, or dropped here. Says what is wrong with one that cannot be read. */
export function TracePicker({
  label,
  testId,
  onTrace,
}: {
  label: string;
  testId: string;
  onTrace: (trace: NamedTrace) => void;
}): ReactElement {
  const [fault, setFault] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      onTrace(await openTraceFile(file));
      setFault(null);
    } catch (error) {
      setFault(`${file.name} cannot be opened. ${error instanceof Error ? error.message : ''}`);
    }
  }
  return (
    <div className="picker-place">
      <label
        className={over ? 'picker over' : 'picker'}
        data-testid={`${testId}-drop`}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer.files[0]);
        }}
      >
        <input
          type="file"
          accept=".json,application/json"
          className="visually-hidden"
          data-testid={testId}
          onChange={({ target }) => void take(target.files?.[0])}
        />
        {label}
      </label>
      {fault !== null && (
        <p role="alert" className="fault" data-testid={`${testId}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
