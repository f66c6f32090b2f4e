import * as v from 'valibot';
import { kindOf } from '../shared/kindOf.ts';
import { BodyError, readUtf8 } from '../shared/readUtf8.ts';
import type { ExpectedAnswer } from './answers.ts';
import { MeshesApiError } from './meshesApiError.ts';
import { requestIdOf } from './statusError.ts';

/** The largest answer is a page of 200 records, about 60 kB. */
const maxAnswerBytes = 2_000_000;

/**
 * Reads a success and checks its body.
 *
 * @returns the fields that the schema names, and no others.
 * @throws MeshesApiError with code `bad-answer` that names the field, without its value.
 */
export async function readAnswer<T>(
  response: Response,
  { schema, wrongField }: ExpectedAnswer<T>,
  signal: AbortSignal,
): Promise<T> {
  const refuse = (problem: string) =>
    new MeshesApiError(
      `The answer is not what Meshes promises: ${problem}. Check baseUrl, and whether a proxy is in between.`,
      {
        code: 'bad-answer',
        status: response.status,
        requestId: requestIdOf(response),
      },
    );
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    response.body?.cancel().catch(() => {});
    throw refuse(type === '' ? 'it has no content type' : 'its content type is not JSON');
  }
  const result = v.safeParse(schema, parseJson(await readText(response, signal, refuse), refuse));
  if (result.success) {
    const wrong = wrongField?.(result.output);
    if (wrong === undefined) return result.output;
    throw refuse(`${wrong.field} is ${kindOf(wrong.value)}, not ${wrong.expected}`);
  }
  const issue = result.issues[0];
  // The schema library's own messages quote the value.
  const expected = issue.type === 'check' || issue.type === 'custom' ? `, not ${issue.message}` : '';
  throw refuse(`${v.getDotPath(issue) ?? 'the whole'} is ${kindOf(issue.input)}${expected}`);
}

async function readText(response: Response, signal: AbortSignal, refuse: (problem: string) => Error): Promise<string> {
  try {
    return await readUtf8(response.body, maxAnswerBytes, signal);
  } catch (error) {
    throw error instanceof BodyError
      ? refuse(error.reason === 'too-large' ? 'it is too large' : 'it is not UTF-8')
      : error;
  }
}

function parseJson(text: string, refuse: (problem: string) => Error): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('it is not complete JSON');
  }
}
