import { factLines, openVisualizer, testIds, type ScreenFacts } from '@meshes-embed/app-shared';
import type { ReactElement } from 'react';

interface EmbedPanelProps {
  facts: ScreenFacts;
  shown: boolean;
  strict: boolean;
  refresh: () => void;
  relaunch: () => void;
  toggle: () => void;
  render: () => void;
  toggleStrict: () => void;
}

/** What the page knows of its embed, and what it can do with it. */
export function EmbedPanel({
  facts,
  shown,
  strict,
  refresh,
  relaunch,
  toggle,
  render,
  toggleStrict,
}: EmbedPanelProps): ReactElement {
  return (
    <aside className="panel" aria-label="Embed">
      <h2>What this page knows</h2>
      <p className="panel-note">All of it from the embed’s callbacks. No token and no launch URL is among it.</p>
      <dl className="facts">
        {factLines(facts).map(({ testId, label, value }) => (
          <div className="fact" key={testId}>
            <dt>{label}</dt>
            <dd data-testid={testId} data-status={testId === testIds.status ? value : undefined}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <div className="panel-actions">
        <button type="button" data-testid={testIds.refresh} onClick={refresh}>
          Refresh token
        </button>
        <button type="button" data-testid={testIds.relaunch} onClick={relaunch}>
          Launch again
        </button>
        <button type="button" data-testid={testIds.toggle} onClick={toggle}>
          {shown ? 'Take out' : 'Put in'}
        </button>
        <button type="button" data-testid={testIds.render} onClick={render}>
          Render again
        </button>
        <button type="button" data-testid={testIds.visualizer} onClick={openVisualizer}>
          Open visualizer
        </button>
        <button type="button" data-testid={testIds.strict} aria-pressed={strict} onClick={toggleStrict}>
          Strict mode
        </button>
      </div>
    </aside>
  );
}
