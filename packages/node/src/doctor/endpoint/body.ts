import { isSessionId } from '../../shared/sessionFields.ts';

/** The fields of a JSON object; of anything else none. */
export function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

/** A session's id that stands in a body, or null. */
export function sessionIdOf(text: string): string | null {
  const id = fieldsOf(text)['session_id'];
  return isSessionId(id) ? id : null;
}
