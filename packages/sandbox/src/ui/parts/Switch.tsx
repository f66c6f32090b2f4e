interface SwitchProps {
  readonly on: boolean;
  /** What is switched, for those who can't see the row. */
  readonly label: string;
  readonly onSwitch: (on: boolean) => void;
  readonly disabled?: boolean;
  readonly testId?: string;
}

/** An on/off control that takes effect at once. */
export function Switch({ on, label, onSwitch, disabled, testId }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      aria-label={label}
      disabled={disabled}
      data-testid={testId}
      onClick={() => onSwitch(!on)}
    />
  );
}
