import { useEffect, useState } from 'preact/hooks';
import type { Mappings } from '../../wire.ts';
import { useLoaded } from '../api/useLoaded.ts';
import { Failure } from '../parts/Failure.tsx';
import { Loading } from '../parts/Loading.tsx';
import { MappingFields } from '../parts/MappingFields.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Page } from '../parts/Page.tsx';
import { ReadOnlyNotice } from '../parts/ReadOnlyNotice.tsx';
import { useSession } from '../parts/session.ts';
import { useMappingRows } from '../parts/useMappingRows.ts';
import { useOutcome } from '../parts/useOutcome.tsx';
import { paths } from '../router.ts';

/** Which event field fills which field of a connected tool. */
export function MappingsPage({ connectionId }: { readonly connectionId: string }) {
  const { workspace } = useSession();
  const { data, error, reload } = useLoaded(() => workspace.mappings(connectionId), [connectionId]);
  return (
    <Page
      title="Field mappings"
      {...(data && { lead: `What ${data.connection.name} gets, and from which field of an event.` })}
      back={{ to: paths.page('connections'), label: 'Connections' }}
    >
      <ReadOnlyNotice />
      {error && <Failure error={error} retry={reload} />}
      {!data && !error && <Loading />}
      {data && <Editor mappings={data} />}
    </Page>
  );
}

function Editor({ mappings }: { readonly mappings: Mappings }) {
  const { info, workspace } = useSession();
  const edited = useMappingRows(mappings.records);
  const [strict, setStrict] = useState(false);
  const [busy, setBusy] = useState(false);
  const outcome = useOutcome();

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    setStrict(true);
    if (busy || !edited.dirty || edited.faults.size > 0) return;
    const records = edited.rows.map(({ source, target }) => ({ source, target }));
    setBusy(true);
    const saved = await outcome.run(
      () => workspace.saveMappings(mappings.connection.id, records),
      'Mappings are saved.',
    );
    setBusy(false);
    if (!saved) return;
    edited.reset(records);
    setStrict(false);
  }

  return (
    <>
      <Leaving dirty={edited.dirty} />
      {outcome.notice}
      <form class="card" aria-label="Field mappings" noValidate onSubmit={(event) => void save(event)}>
        <MappingFields mappings={mappings} edited={edited} strict={strict} />
        {info.can_edit && (
          <div class="form-actions spaced">
            <button type="submit" class="button primary" disabled={busy || !edited.dirty} data-testid="save-mappings">
              Save
            </button>
            <button
              type="button"
              class="button"
              data-testid="add-mapping"
              onClick={() => {
                outcome.clear();
                edited.add();
              }}
            >
              Add row
            </button>
            <span class="hint" role="status" data-testid="mapping-state">
              {edited.dirty ? 'Unsaved changes' : 'All changes are saved'}
            </span>
          </div>
        )}
      </form>
    </>
  );
}

/** Holds back a move to another page while there are unsaved changes, and asks. */
function Leaving({ dirty }: { readonly dirty: boolean }) {
  const { router } = useSession();
  const [leave, setLeave] = useState<(() => void) | null>(null);
  useEffect(() => {
    if (!dirty) {
      setLeave(null);
      return;
    }
    router.guard((move) => {
      setLeave(() => move);
      return true;
    });
    return () => router.guard(null);
  }, [dirty]);

  if (!leave) return null;
  const actions = (
    <>
      <button type="button" class="button" data-testid="stay" onClick={() => setLeave(null)}>
        Stay
      </button>
      <button type="button" class="button danger" data-testid="leave" onClick={leave}>
        Discard and leave
      </button>
    </>
  );
  return (
    <Notice tone="bad" testId="unsaved" actions={actions}>
      Your changes to the mappings are not saved.
    </Notice>
  );
}
