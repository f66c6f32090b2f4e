import { useRef, useState } from 'preact/hooks';
import type { Rule } from '../../wire.ts';
import { useLoaded } from '../api/useLoaded.ts';
import { AddRule } from '../parts/AddRule.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Message } from '../parts/Message.tsx';
import { Page } from '../parts/Page.tsx';
import { ReadOnlyNotice } from '../parts/ReadOnlyNotice.tsx';
import { RuleTable } from '../parts/RuleTable.tsx';
import { useSession } from '../parts/session.ts';
import { useOutcome } from '../parts/useOutcome.tsx';

/** Which events are sent where. */
export function RulesPage() {
  const { info, workspace } = useSession();
  const { data, error, reload, replace } = useLoaded(workspace.rules, []);
  const [adding, setAdding] = useState(false);
  const outcome = useOutcome();
  const addButton = useRef<HTMLButtonElement>(null);

  function close(): void {
    setAdding(false);
    addButton.current?.focus();
  }

  function switchRule(rule: Rule, enabled: boolean): Promise<boolean> {
    return outcome.run(
      async () => {
        const changed = await workspace.switchRule(rule.id, enabled);
        replace((shown) => ({
          ...shown,
          records: shown.records.map((each) => (each.id === rule.id ? changed : each)),
        }));
      },
      `${rule.name} is ${enabled ? 'on' : 'off'}.`,
    );
  }

  async function remove(rule: Rule): Promise<boolean> {
    const removed = await outcome.run(() => workspace.removeRule(rule.id), `${rule.name} is deleted.`);
    if (removed) reload();
    return removed;
  }

  const addAction = info.can_edit && data && data.connections.length > 0 && (
    <button
      ref={addButton}
      type="button"
      class="button primary"
      aria-expanded={adding}
      data-testid="add-rule"
      onClick={() => setAdding(!adding)}
    >
      Create rule
    </button>
  );

  return (
    <Page title="Rules" lead="Which of your events are sent where." actions={addAction}>
      <ReadOnlyNotice />
      {adding && data && (
        <AddRule
          choices={data}
          onCancel={close}
          onAdded={(name) => {
            close();
            reload();
            outcome.tell(`${name} is on.`);
          }}
        />
      )}
      {outcome.notice}
      {error && <Failure error={error} retry={reload} />}
      {!data && !error && <Loading />}
      {data && data.records.length === 0 && (
        <Message title="No rules yet" testId="empty">
          {data.connections.length > 0
            ? 'Create one to send events to a connection.'
            : 'Add a connection first; a rule sends events there.'}
        </Message>
      )}
      {data && data.records.length > 0 && (
        <div class="card flush">
          <RuleTable rules={data.records} onSwitch={switchRule} onRemove={remove} />
        </div>
      )}
    </Page>
  );
}
