/** Describes a value without showing it: its kind, and the length of text and arrays. Numbers and booleans are shown. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  switch (typeof value) {
    case 'string':
      return value.trim() === '' ? 'blank text' : `text of ${value.length} character${value.length === 1 ? '' : 's'}`;
    case 'number':
    case 'boolean':
      return `the ${typeof value} ${value}`;
    case 'object':
      return 'an object';
    default:
      return `a ${typeof value}`;
  }
}
