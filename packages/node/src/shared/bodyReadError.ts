import { MeshesInputError } from './meshesInputError.ts';

/** The error for a request whose body something has already read without passing it on. */
export function bodyReadError(): MeshesInputError {
  const remedy = 'Pass what came of it as { body }, the last argument, or mount the handler before what reads bodies';
  return new MeshesInputError(
    'body-read',
    'body',
    `the request's body: expected an unread one, got one that something before the handler has read. ${remedy}.`,
  );
}
