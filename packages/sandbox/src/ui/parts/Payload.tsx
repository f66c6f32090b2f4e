import type { EventDetail } from '../../wire.ts';
import { Message } from './Message.tsx';
import { useSession } from './session.ts';
import { capitalized } from './text.ts';

/** An event's payload, or why the session may not see it (contract §3). */
export function Payload({ detail }: { readonly detail: EventDetail }) {
  const { info } = useSession();
  if (detail.payload_refused === 'role') {
    return (
      <Message title="The payload is hidden" testId="payload-refused">
        Only admins and owners may see payloads; your role is {capitalized(info.role)}.
      </Message>
    );
  }
  if (detail.payload_refused === 'scope') {
    return (
      <Message title="The payload is hidden" testId="payload-refused">
        The session was opened without the scope <code>events.payload:read</code>.
      </Message>
    );
  }
  if (detail.payload === undefined) {
    return <Message title="No payload" testId="payload-empty" />;
  }
  return (
    // Long lines scroll within; a scrolling region must be reachable by keyboard.
    <pre class="payload" tabIndex={0} role="region" aria-label="Payload" data-testid="payload">
      {JSON.stringify(detail.payload, null, 2)}
    </pre>
  );
}
