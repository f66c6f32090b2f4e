import type { Dashboard } from '../../wire.ts';
import { useLoaded } from '../api/useLoaded.ts';
import { DeliveryTable } from '../parts/DeliveryTable.tsx';
import { Failure } from '../parts/Failure.tsx';
import { HistoryChart } from '../parts/HistoryChart.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Message } from '../parts/Message.tsx';
import { Page } from '../parts/Page.tsx';
import { percent } from '../parts/text.ts';
import { useSession } from '../parts/session.ts';

/** What has been happening: figures, two weeks of deliveries, and the newest of them. */
export function DashboardPage() {
  const { workspace } = useSession();
  const { data, error, reload } = useLoaded(workspace.dashboard, []);
  return (
    <Page title="Dashboard" lead="How your events reach the tools you have connected.">
      {error && !data && <Failure error={error} retry={reload} />}
      {!data && !error && <Loading rows={8} />}
      {data && <Overview dashboard={data} />}
    </Page>
  );
}

function Overview({ dashboard }: { readonly dashboard: Dashboard }) {
  const { info } = useSession();
  const { figures, history, recent_deliveries: recent } = dashboard;
  return (
    <>
      <dl class="figures" data-testid="figures">
        <Figure label="Events today" value={figures.events_today.toLocaleString()} />
        <Figure label="Delivered, 7 days" value={percent(figures.delivered_rate)} />
        <Figure
          label="Failed deliveries"
          value={figures.failed_deliveries.toLocaleString()}
          bad={figures.failed_deliveries > 0}
        />
        <Figure label="Active connections" value={figures.active_connections.toLocaleString()} />
        <Figure label="Active rules" value={figures.active_rules.toLocaleString()} />
      </dl>
      <section class="card" aria-labelledby="history-title">
        <h2 id="history-title">Deliveries</h2>
        <HistoryChart history={history} />
      </section>
      <section class="card flush" aria-labelledby="recent-title">
        <h2 id="recent-title">Recent deliveries</h2>
        {recent.length === 0 ? (
          <Message title="No deliveries yet">They show here as soon as an event meets a rule.</Message>
        ) : (
          <DeliveryTable deliveries={recent} linked={info.pages.includes('events')} />
        )}
      </section>
    </>
  );
}

function Figure({
  label,
  value,
  bad = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly bad?: boolean;
}) {
  return (
    <div class="figure">
      <dt>{label}</dt>
      <dd class={bad ? 'bad' : undefined}>{value}</dd>
    </div>
  );
}
