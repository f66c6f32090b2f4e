import { describe, expect, test, vi } from 'vitest';
import type { HostContext } from '../../src/machine/context.ts';
import { noDocument, nothingLoaded } from '../../src/machine/documentState.ts';
import { createMachineActions } from '../../src/embed/machineActions.ts';
import { facts } from '../support/facts.ts';

/** The actions, with a page that only notes what is asked of it. */
function actionsOnPaper({ restored }: { readonly restored: boolean }) {
  const done: string[] = [];
  const owner = {
    restore: () => (done.push('restore'), restored),
    swap: () => void done.push('swap'),
    remove: () => void done.push('remove'),
    post: () => void done.push('post'),
  };
  const actions = createMachineActions({
    owner: owner as never,
    sessions: { secretsOf: () => ({ token: 'token', launchUrl: null }) } as never,
    recorder: { note: vi.fn() } as never,
    tell: vi.fn(),
    onThrown: vi.fn(),
  });
  return { actions, done };
}

describe('after a launch that came to nothing', () => {
  test.each([
    ['the embed in use is used again, and answered', { ...noDocument, ready: true }, true, ['restore', 'post']],
    ['the embed in use said nothing meanwhile', { ...noDocument, ready: true }, false, ['restore']],
    ['the launched document may still say ready, and what was kept goes, with no token', nothingLoaded, true, ['swap']],
    ['nothing is left: every iframe goes, with no token', noDocument, true, ['remove']],
  ])('%s', (_name, document, restored, expected) => {
    const { actions, done } = actionsOnPaper({ restored });
    actions.retreat({ context: { document, session: facts() } as HostContext });
    expect(done).toEqual(expected);
  });
});
