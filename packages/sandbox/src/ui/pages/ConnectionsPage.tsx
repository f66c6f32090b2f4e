import { useEffect, useRef, useState } from 'preact/hooks';
import type { Connection, Provider } from '../../wire.ts';
import { useLoaded } from '../api/useLoaded.ts';
import { AddConnection, type StartedOauth } from '../parts/AddConnection.tsx';
import { ConnectionTable } from '../parts/ConnectionTable.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Message } from '../parts/Message.tsx';
import { OauthNotice } from '../parts/OauthNotice.tsx';
import { Page } from '../parts/Page.tsx';
import { ReadOnlyNotice } from '../parts/ReadOnlyNotice.tsx';
import { useSession } from '../parts/session.ts';
import { useOutcome } from '../parts/useOutcome.tsx';

/** The tools that the workspace is connected to. */
export function ConnectionsPage() {
  const { info, workspace } = useSession();
  const { data, error, reload } = useLoaded(workspace.connections, []);
  const providers = useLoaded(workspace.providers, []);
  const [adding, setAdding] = useState(false);
  const [oauth, setOauth] = useState<StartedOauth | null>(null);
  const outcome = useOutcome();
  const addButton = useRef<HTMLButtonElement>(null);
  const known: readonly Provider[] = providers.data?.records ?? [];

  /** What was awaited is there as soon as the list has grown. */
  const count = data?.records.length ?? 0;
  const countBefore = useRef(0);
  useEffect(() => {
    if (oauth && count > countBefore.current) {
      setOauth(null);
      outcome.tell(`${oauth.provider.name} is connected.`);
    }
  }, [count]);

  function close(): void {
    setAdding(false);
    addButton.current?.focus();
  }

  async function remove(connection: Connection): Promise<boolean> {
    const removed = await outcome.run(
      () => workspace.removeConnection(connection.id),
      `${connection.name} is removed.`,
    );
    if (removed) reload();
    return removed;
  }

  const addAction = info.can_edit && known.length > 0 && (
    <button
      ref={addButton}
      type="button"
      class="button primary"
      aria-expanded={adding}
      data-testid="add-connection"
      onClick={() => setAdding(!adding)}
    >
      Add connection
    </button>
  );

  return (
    <Page title="Connections" lead="The tools that your events can be sent to." actions={addAction}>
      <ReadOnlyNotice />
      {adding && (
        <AddConnection
          providers={known}
          onCancel={close}
          onAdded={(name) => {
            close();
            reload();
            outcome.tell(`${name} is connected.`);
          }}
          onOauth={(started) => {
            close();
            countBefore.current = count;
            outcome.clear();
            setOauth(started);
          }}
        />
      )}
      {oauth && <OauthNotice started={oauth} onReturn={reload} onDismiss={() => setOauth(null)} />}
      {outcome.notice}
      {error && <Failure error={error} retry={reload} />}
      {!data && !error && <Loading />}
      {data && data.records.length === 0 && (
        <Message title="No connections yet" testId="empty">
          Connect a tool to send your events there.
        </Message>
      )}
      {data && data.records.length > 0 && (
        <div class="card flush">
          <ConnectionTable connections={data.records} onRemove={remove} />
        </div>
      )}
    </Page>
  );
}
