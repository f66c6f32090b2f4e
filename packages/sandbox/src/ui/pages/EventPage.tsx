import type { Delivery, EventSummary } from '../../wire.ts';
import { asApiError, useLoaded } from '../api/useLoaded.ts';
import { Ago } from '../parts/Ago.tsx';
import { DeliveryAttempts } from '../parts/DeliveryAttempts.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Message } from '../parts/Message.tsx';
import { focusHeading, Page } from '../parts/Page.tsx';
import { Payload } from '../parts/Payload.tsx';
import { useSession } from '../parts/session.ts';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { useOutcome } from '../parts/useOutcome.tsx';
import { paths } from '../router.ts';

/** One event: what it holds, and where it was sent. */
export function EventPage({ id }: { readonly id: string }) {
  const { workspace } = useSession();
  const { data, error, reload } = useLoaded(() => workspace.event(id), [id]);
  const outcome = useOutcome();

  async function retry(delivery: Delivery): Promise<void> {
    try {
      const { status, error: reason = 'no reason given' } = await workspace.retryDelivery(id, delivery.id);
      if (status === 'failed') outcome.tell(`${delivery.connection_name} did not take it: ${reason}.`, 'bad');
      else outcome.tell(`Sent to ${delivery.connection_name} again.`);
      reload();
      focusHeading();
    } catch (refusal) {
      outcome.tell(asApiError(refusal).message, 'bad');
    }
  }

  return (
    <Page title={data?.event.type ?? 'Event'} back={{ to: paths.page('events'), label: 'Events' }}>
      {error && <Failure error={error} retry={reload} />}
      {!data && !error && <Loading rows={8} />}
      {data && (
        <>
          <Facts event={data.event} />
          {outcome.notice}
          <section class="card flush" aria-labelledby="deliveries-title">
            <h2 id="deliveries-title">Deliveries</h2>
            {data.deliveries.length === 0 ? (
              <Message title="Sent nowhere">No rule was on for this event.</Message>
            ) : (
              <DeliveryAttempts deliveries={data.deliveries} onRetry={retry} />
            )}
          </section>
          <section class="card flush" aria-labelledby="payload-title">
            <h2 id="payload-title">Payload</h2>
            <Payload detail={data} />
          </section>
        </>
      )}
    </Page>
  );
}

function Facts({ event }: { readonly event: EventSummary }) {
  return (
    <dl class="facts">
      <div>
        <dt>Status</dt>
        <dd>
          <StatusBadge status={event.status} testId="event-status" />
        </dd>
      </div>
      <div>
        <dt>Received</dt>
        <dd>
          <Ago time={event.created_at} />
        </dd>
      </div>
      {event.resource && (
        <div>
          <dt>Resource</dt>
          <dd>
            {event.resource} {event.resource_id}
          </dd>
        </div>
      )}
      <div>
        <dt>Event id</dt>
        <dd>
          <code>{event.id}</code>
        </dd>
      </div>
    </dl>
  );
}
