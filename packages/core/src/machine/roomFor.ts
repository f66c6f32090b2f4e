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

/** Whether nothing is left on screen that could be used, or could still speak, after a launch that came to nothing. */
export function isNothingLeft({ document }: HostContext): boolean {
  return document === noDocument;
}
