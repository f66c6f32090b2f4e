import { useState, useSyncExternalStore, type ReactElement } from 'react';
import type { ChartLayout } from '../chart/chartLayout.ts';
import { saveTrace } from '../trace/traceFile.ts';
import { Workbench } from '../ui/Workbench.tsx';
import type { LiveStore } from './liveStore.ts';

/** The embeds of the page that opened this one, as they are now. */
export function LivePage({ store, layout }: { store: LiveStore; layout: ChartLayout }): ReactElement {
  const { host, embeds } = useSyncExternalStore(store.subscribe, store.getState);
  const [chosen, choose] = useState<string | null>(null);
  const [position, setPosition] = useState<number | null>(null);
  const embed = embeds.find(({ title }) => title === chosen) ?? embeds[0];
  if (host === null) {
    return (
      <div className="page-note">
        <h1>Nothing is connected</h1>
        <p>
          Press “Open visualizer” in a sample app: it opens this page, and tells it which origin to look into. Your own
          page connects an embed with one call:
        </p>
        <pre>{"connectInspector(embed, { origin: 'https://visualizer.example', title: 'Integrations' })"}</pre>
        <p>A trace that was saved opens under Recorded, and Simulate needs no embed at all.</p>
      </div>
    );
  }
  return (
    <Workbench
      layout={layout}
      trace={embed?.trace ?? []}
      views={embed?.views ?? []}
      position={position}
      onPosition={setPosition}
      words
      running={embed?.connected === true}
    >
      <div className="side-bar" data-testid="connection">
        <span className={embed?.connected ? 'dot on' : 'dot'} aria-hidden="true" />
        <span>
          {embed === undefined ? 'Waiting for' : embed.connected ? 'Connected with' : 'Lost'}{' '}
          <b data-testid="host-origin">{host}</b>
        </span>
        <select
          aria-label="Embed"
          data-testid="embeds"
          value={embed?.title ?? ''}
          onChange={({ target }) => (choose(target.value), setPosition(null))}
        >
          {embeds.map(({ title }) => (
            <option key={title}>{title}</option>
          ))}
        </select>
        <button
          type="button"
          data-testid="save"
          disabled={!embed?.trace.length}
          onClick={() => embed && saveTrace({ name: embed.title, events: embed.trace })}
        >
          Save trace
        </button>
      </div>
    </Workbench>
  );
}
