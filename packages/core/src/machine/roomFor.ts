import type { HostContext } from './context.ts';
import { noDocument } from './documentState.ts';

/**
 * What becomes of the iframe while a session is fetched: an embed in use is kept on screen; a document that is silent
 * after its launch may still speak; all else is removed.
 */
export function roomFor({ front, document }: HostContext): 'keep' | 'leave' | 'remove' {
  if (front) return 'keep';
  return document === noDocument ? 'remove' : 'leave';
}

/**
 * What is left after a launch that came to nothing: an embed in use, which is the kept one where there is one; the
 * document that was launched, which may still say ready; or nothing, and every iframe goes.
 */
export function leftBy({ document }: HostContext): 'in-use' | 'launched' | 'nothing' {
  if (document.ready) return 'in-use';
  return document === noDocument ? 'nothing' : 'launched';
}
