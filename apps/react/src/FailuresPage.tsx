import {
  createFailureController,
  exposeDiagnosis,
  emptyFailureView,
  openVisualizer,
  testIds,
  type FailureView,
  type ScreenFacts,
  type ScreenSettings,
} from '@meshes-embed/app-shared';
import { MeshesEmbed, type MeshesEmbedHandle } from '@meshes-embed/react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { FailureList } from './FailureList.tsx';
import { NoticedPanel } from './NoticedPanel.tsx';

/** The page of what can go wrong: a button for each failure, the embed that it happens to, and what was noticed of it. */
export function FailuresPage({ settings }: { settings: ScreenSettings }): ReactElement {
  const embed = useRef<MeshesEmbedHandle>(null);
  const [view, setView] = useState<FailureView>(emptyFailureView);
  const [controller] = useState(() => createFailureController(settings, () => embed.current, setView));
  useEffect(() => exposeDiagnosis(() => embed.current?.diagnose()), []);
  useEffect(() => controller.start(), [controller]);
  const learn = (news: Partial<ScreenFacts>): void => controller.learn(news);

  return (
    <main className="content">
      <div className="page-head">
        <div>
          <h1>What can go wrong</h1>
          <p>Each button lets one failure happen to an embed of its own.</p>
        </div>
        <div className="page-actions">
          <button type="button" data-testid={testIds.failures.putRight} onClick={() => void controller.putRight()}>
            Put everything right
          </button>
          <button type="button" data-testid={testIds.failures.startAgain} onClick={() => void controller.make(null)}>
            Start again
          </button>
          <button type="button" data-testid={testIds.visualizer} onClick={openVisualizer}>
            Open visualizer
          </button>
        </div>
      </div>
      <div className="failures-columns">
        <FailureList chosen={view.chosen} make={(failure) => void controller.make(failure)} />
        <div className="failure-stage">
          <NoticedPanel view={view} />
          <section className="card failure-embed" aria-label="Integrations">
            {view.run === 0 ? (
              <p className="card-empty">Choose a failure to see it happen here.</p>
            ) : (
              <MeshesEmbed
                key={view.run}
                ref={embed}
                data-testid={testIds.embed}
                endpoint="/api/meshes"
                allowInsecureLocalhost
                title="Integrations"
                onStatusChange={(status) => learn({ status })}
                onNavigate={(message) => learn({ page: message.page })}
                onResize={(height) => learn({ height })}
                onSessionChange={({ sessionId }) => learn({ session: sessionId, problem: null })}
                onProblem={(problem) => learn({ problem })}
                onTrace={controller.onTrace}
                {...view.options}
              />
            )}
          </section>
        </div>
      </div>
    </main>
  );
}
