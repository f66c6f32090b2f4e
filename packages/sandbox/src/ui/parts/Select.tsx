interface SelectProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  /** What stands for no choice; left out, there is always one. */
  readonly placeholder?: string;
  readonly id?: string;
  readonly label?: string;
  readonly invalid?: boolean;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly testId?: string;
}

/** A choice of one out of a list. */
export function Select({
  value,
  options,
  onChange,
  placeholder,
  id,
  label,
  invalid,
  required,
  disabled,
  testId,
}: SelectProps) {
  return (
    <span class="select">
      <select
        class="input"
        id={id}
        aria-label={label}
        aria-invalid={invalid || undefined}
        required={required}
        disabled={disabled}
        value={value}
        data-testid={testId}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Options whose label is their value. */
export function plainOptions(values: readonly string[]): { value: string; label: string }[] {
  return values.map((value) => ({ value, label: value }));
}
