import { useEffect, useRef, useState } from 'preact/hooks';
import type { RuleList } from '../../wire.ts';
import { asApiError } from '../api/useLoaded.ts';
import { Field } from './Field.tsx';
import { Notice } from './Notice.tsx';
import { plainOptions, Select } from './Select.tsx';
import { useSession } from './session.ts';

interface AddRuleProps {
  /** What a rule may be made of. */
  readonly choices: RuleList;
  readonly onAdded: (name: string) => void;
  readonly onCancel: () => void;
}

/** The form for a new rule. */
export function AddRule({ choices, onAdded, onCancel }: AddRuleProps) {
  const { info, workspace } = useSession();
  const [name, setName] = useState('');
  const [eventType, setEventType] = useState('');
  const [target, setTarget] = useState('');
  const [scope, setScope] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const scopes = choices.resources.map((each, index) => ({ value: String(index), label: each.name }));

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const only = scope === '' ? undefined : choices.resources[Number(scope)];
      await workspace.addRule({
        name: name.trim(),
        event_type: eventType,
        connection_id: target,
        ...(only && { resource: only.resource, resource_id: only.resource_id }),
      });
      onAdded(name.trim());
    } catch (refusal) {
      setError(asApiError(refusal).message);
      setBusy(false);
    }
  }

  return (
    <form
      ref={form}
      class="card form"
      aria-label="Create a rule"
      data-testid="rule-form"
      onSubmit={(event) => void submit(event)}
    >
      <div class="fields">
        <Field label="Name">
          {(control) => (
            <input
              {...control}
              class="input"
              required
              maxLength={80}
              value={name}
              data-testid="rule-name"
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label="When this happens">
          {({ id }) => (
            <Select
              id={id}
              required
              placeholder="Choose an event"
              value={eventType}
              options={plainOptions(choices.event_types)}
              testId="rule-event-type"
              onChange={setEventType}
            />
          )}
        </Field>
        <Field label="Send it to">
          {({ id }) => (
            <Select
              id={id}
              required
              placeholder="Choose a connection"
              value={target}
              options={choices.connections.map((each) => ({ value: each.id, label: each.name }))}
              testId="rule-connection"
              onChange={setTarget}
            />
          )}
        </Field>
        {/* A resource session's rules are for its resource, and there is nothing to choose. */}
        {info.session_type !== 'resource' && choices.resources.length > 0 && (
          <Field label="Only for">
            {({ id }) => (
              <Select
                id={id}
                placeholder="Everything"
                value={scope}
                options={scopes}
                testId="rule-resource"
                onChange={setScope}
              />
            )}
          </Field>
        )}
      </div>
      {error && (
        <Notice tone="bad" testId="form-error">
          {error}
        </Notice>
      )}
      <div class="form-actions">
        <button type="submit" class="button primary" disabled={busy} data-testid="rule-submit">
          Create rule
        </button>
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
