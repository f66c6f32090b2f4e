import { MeshesInputError } from './meshesInputError.ts';

/** The error of a request whose body is gone, where what came of it was not handed over. */
export function bodyReadError(): MeshesInputError {
  const remedy =
    'Hand over what came of it as { body }, the last argument, or mount the handler in front of what reads bodies';
  return new MeshesInputError(
    'body-read',
    'body',
    `the request's body: expected one that nothing has read yet, got one that something in front of the handler has read. ${remedy}.`,
  );
}
