import type { Mappings } from '../../wire.ts';
import { plainOptions, Select } from './Select.tsx';
import { useSession } from './session.ts';
import type { EditedMappings } from './useMappingRows.ts';

interface MappingFieldsProps {
  readonly mappings: Mappings;
  readonly edited: EditedMappings;
  /** Whether to say what is wrong with a row; not before the user has tried to save. */
  readonly strict: boolean;
}

/** The rows source → target, to be edited. */
export function MappingFields({ mappings, edited, strict }: MappingFieldsProps) {
  const { info } = useSession();
  const { connection, source_fields: sources, target_fields: targets } = mappings;
  const disabled = !info.can_edit;
  return (
    <div class="mappings">
      <div class="mapping-head" aria-hidden="true">
        <span>Event field</span>
        <span>{connection.provider_name} field</span>
      </div>
      {edited.rows.map(({ key, source, target }, index) => {
        const fault = strict ? edited.faults.get(key) : undefined;
        return (
          <div key={key} class="mapping" role="group" aria-label={`Mapping ${index + 1}`} data-testid="mapping-row">
            <Select
              label="Event field"
              placeholder="Choose a field"
              value={source}
              options={plainOptions(withCurrent(sources, source))}
              invalid={fault !== undefined && source === ''}
              disabled={disabled}
              testId="mapping-source"
              onChange={(value) => edited.change(key, { source: value })}
            />
            <span class="arrow" aria-hidden="true">
              →
            </span>
            <Select
              label={`${connection.provider_name} field`}
              placeholder="Choose a field"
              value={target}
              options={plainOptions(withCurrent(targets, target))}
              invalid={fault !== undefined && (target === '' || source !== '')}
              disabled={disabled}
              testId="mapping-target"
              onChange={(value) => edited.change(key, { target: value })}
            />
            {info.can_edit && (
              <button
                type="button"
                class="button bare danger"
                aria-label={`Remove mapping ${index + 1}`}
                data-testid="remove-mapping"
                onClick={() => edited.remove(key)}
              >
                <span aria-hidden="true">✕</span>
              </button>
            )}
            {fault && (
              <span class="hint bad" role="alert">
                {fault}
              </span>
            )}
          </div>
        );
      })}
      {edited.rows.length === 0 && <p class="quiet">No fields are mapped: everything is sent under its own name.</p>}
    </div>
  );
}

/** A field that has since gone from the lists is still shown where a mapping names it. */
function withCurrent(fields: readonly string[], current: string): readonly string[] {
  return current === '' || fields.includes(current) ? fields : [current, ...fields];
}
