import {
  afterNoting,
  exposeDiagnosis,
  inspect,
  noFacts,
  onExtraOptions,
  productName,
  recordTrace,
  settingsText,
  testIds,
  type ExtraOptions,
  type ScreenFacts,
  type ScreenSettings,
  type Tab,
} from '@meshes-embed/app-shared';
import { MeshesEmbed, type LaunchPage, type MeshesEmbedHandle } from '@meshes-embed/react';
import { Fragment, StrictMode, useEffect, useRef, useState, type ReactElement } from 'react';
import { EmbedPanel } from './EmbedPanel.tsx';
import { PageLinks } from './PageLinks.tsx';
import { PageTabs } from './PageTabs.tsx';
import { SecondEmbed } from './SecondEmbed.tsx';
import { usePageRoute } from './usePageRoute.ts';

/** The product's integrations page: the embed, links to its pages, and what the page knows of it. */
export function IntegrationsPage({
  scenario,
  kept,
}: {
  scenario: ScreenSettings['scenario'];
  kept: boolean;
}): ReactElement {
  const embed = useRef<MeshesEmbedHandle>(null);
  const [onTrace] = useState(recordTrace);
  const { page, open, follow } = usePageRoute();
  const [tab, setTab] = useState<Tab>('integrations');
  const [shown, setShown] = useState(true);
  const [strict, setStrict] = useState(scenario === 'strict');
  const [facts, setFacts] = useState<ScreenFacts>(noFacts);
  const [extraOptions, setExtraOptions] = useState<ExtraOptions>({});
  useEffect(() => onExtraOptions(setExtraOptions), []);
  useEffect(() => exposeDiagnosis(() => embed.current?.diagnose()), []);
  useEffect(() => inspect('Integrations', embed.current));

  function learn(news: Partial<ScreenFacts>): void {
    setFacts((known) => ({ ...known, ...news }));
    afterNoting(scenario);
  }

  function openLink(next: LaunchPage): void {
    if (next === page) embed.current?.goTo(next);
    else open(next);
  }
  function toggle(): void {
    setShown(!shown);
    setFacts(noFacts);
  }

  function openTab(next: Tab): void {
    if (next === tab) return;
    setTab(next);
    setFacts(noFacts);
  }

  const Mode = strict ? StrictMode : Fragment;
  return (
    <main className="content">
      <div className="page-head">
        <div>
          <h1>Integrations</h1>
          <p>Send what happens in {productName} to the tools that your team already uses.</p>
        </div>
        <PageLinks reported={facts.page} open={openLink} />
      </div>
      <PageTabs current={tab} open={openTab} />
      <div className="columns">
        <div className="embeds">
          <section
            className="card"
            aria-label="Integrations"
            style={scenario === 'hidden' ? { display: 'none' } : undefined}
          >
            {tab === 'settings' ? (
              <p className="card-empty">{settingsText}</p>
            ) : shown ? (
              <Mode>
                <MeshesEmbed
                  ref={embed}
                  data-testid={testIds.embed}
                  endpoint="/api/meshes"
                  allowInsecureLocalhost
                  title="Integrations"
                  keepAlive={kept || undefined}
                  page={page}
                  onPageChange={(next) => follow(next, facts.page)}
                  onStatusChange={(status) => learn({ status })}
                  onNavigate={(message) => learn({ page: message.page })}
                  onResize={(height) => learn({ height })}
                  onSessionChange={({ sessionId }) => learn({ session: sessionId, problem: null })}
                  onProblem={(problem) => learn({ problem })}
                  onTrace={onTrace}
                  {...extraOptions}
                />
              </Mode>
            ) : (
              <p className="card-empty">The integrations are taken out of this page.</p>
            )}
          </section>
          {scenario === 'two' && <SecondEmbed />}
        </div>
        <EmbedPanel
          facts={facts}
          shown={shown}
          strict={strict}
          refresh={() => embed.current?.refresh()}
          relaunch={() => embed.current?.relaunch()}
          toggle={toggle}
          render={() => setExtraOptions({ ...extraOptions })}
          toggleStrict={() => setStrict(!strict)}
        />
      </div>
    </main>
  );
}
