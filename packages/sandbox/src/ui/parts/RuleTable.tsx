import { useState } from 'preact/hooks';
import type { Rule } from '../../wire.ts';
import { Badge } from './Badge.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { useSession } from './session.ts';
import { Switch } from './Switch.tsx';

interface RuleTableProps {
  readonly rules: readonly Rule[];
  readonly onSwitch: (rule: Rule, enabled: boolean) => Promise<unknown>;
  readonly onRemove: (rule: Rule) => Promise<boolean>;
}

/** The session's rules: which events go where. */
export function RuleTable({ rules, onSwitch, onRemove }: RuleTableProps) {
  const { info } = useSession();
  return (
    <table class="rows">
      <caption class="unseen">Rules</caption>
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col" class="wide">
            When
          </th>
          <th scope="col" class="wide">
            Send to
          </th>
          <th scope="col">State</th>
          {info.can_edit && (
            <th scope="col" class="end">
              <span class="unseen">Actions</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id} data-testid="rule-row">
            <th scope="row">
              {rule.name}
              {rule.resource && (
                <span class="sub">
                  For {rule.resource} {rule.resource_id}
                </span>
              )}
              <span class="sub narrow">
                {rule.event_type} → {rule.connection_name}
              </span>
            </th>
            <td class="wide">
              <code>{rule.event_type}</code>
            </td>
            <td class="wide">{rule.connection_name}</td>
            <td>{info.can_edit ? <RuleSwitch rule={rule} onSwitch={onSwitch} /> : <RuleState rule={rule} />}</td>
            {info.can_edit && (
              <td class="end">
                <RemoveButton verb="Delete" what={rule.name} testId="delete-rule" onRemove={() => onRemove(rule)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RuleSwitch({ rule, onSwitch }: { readonly rule: Rule; readonly onSwitch: RuleTableProps['onSwitch'] }) {
  const [busy, setBusy] = useState(false);
  async function change(on: boolean): Promise<void> {
    if (busy) return;
    setBusy(true);
    await onSwitch(rule, on);
    setBusy(false);
  }
  return (
    <Switch on={rule.enabled} label={`Rule ${rule.name}`} testId="rule-switch" onSwitch={(on) => void change(on)} />
  );
}

function RuleState({ rule }: { readonly rule: Rule }) {
  return <Badge tone={rule.enabled ? 'good' : 'plain'}>{rule.enabled ? 'On' : 'Off'}</Badge>;
}
