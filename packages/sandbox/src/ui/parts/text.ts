/** `connections` → `Connections`. */
export function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** `3 events`, `1 event`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

/** `0.9834` → `98.3%`; no decimals where there is nothing after the point. */
export function percent(share: number): string {
  return share.toLocaleString(undefined, { style: 'percent', maximumFractionDigits: 1 });
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/**
 * How long ago, in words: `3 hours ago`; the date where it is over two weeks.
 *
 * @param iso - ISO 8601.
 * @param now - ms since epoch.
 */
export function ago(iso: string, now: number): string {
  const age = now - Date.parse(iso);
  if (age > 14 * 86_400_000) return new Date(iso).toLocaleDateString(undefined, { dateStyle: 'medium' });
  const unit = units.find(([, length]) => age >= length);
  if (!unit) return 'just now';
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(-Math.floor(age / unit[1]), unit[0]);
}

/** `2026-11-03` → `Nov 3`, as a calendar day that no time zone moves. */
export function shortDay(date: string): string {
  return new Date(date).toLocaleDateString(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' });
}
