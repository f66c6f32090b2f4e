const levels = ['debug', 'log', 'info', 'warn', 'error'] as const;

/** Notes, from now on, what the page prints at any level and what it throws uncaught. */
export function printed(): string[] {
  const lines: string[] = [];
  for (const level of levels) {
    const print = console[level].bind(console);
    console[level] = (...values: unknown[]) => {
      lines.push(`${level}: ${values.map(textOf).join(' ')}`);
      print(...values);
    };
  }
  addEventListener('error', ({ message, error }) =>
    lines.push(`uncaught: ${error === undefined ? message : textOf(error)}`),
  );
  addEventListener('unhandledrejection', ({ reason }) => lines.push(`unhandled: ${textOf(reason)}`));
  return lines;
}

/** As much of a value as a person would see who opens it in the console. */
function textOf(value: unknown): string {
  if (value instanceof Error)
    return `${value.name}: ${value.message} ${value.stack} ${value.cause === undefined ? '' : textOf(value.cause)}`;
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return String(value);
  }
}
