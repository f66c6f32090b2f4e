import { failureSpec } from '../../src/scenario/failureSpec.ts';

failureSpec('launch-url-expired', { then: ({ screen }) => screen.outwaitRetry() });

failureSpec('ready-missing', {
  until: ({ screen }) => screen.outwaitSilence(1),
  then: ({ screen }) => screen.outwaitRetry(),
});

failureSpec('frame-reloaded', {
  until: ({ screen }) => screen.outwaitSilence(2),
  then: ({ screen }) => screen.recoverAtOnce('frame-reloaded'),
});

failureSpec('embed-blocked', {
  async until({ screen }) {
    for (const launch of [1, 2, 3]) {
      await screen.outwaitSilence(launch);
      await screen.outwaitRetry();
    }
    await screen.outwaitSilence(4);
  },
  says: ['embed-blocked', 'ready-missing'],
});

// A policy of the page cannot be taken back: to put it right loads the page again.
failureSpec('launch-blocked', { then: async () => {}, says: [] });

failureSpec('launch-url-refused');

failureSpec('session-malformed');

failureSpec('not-authorized');

failureSpec('not-found');

failureSpec('endpoint-redirects');

failureSpec('endpoint-missing');

failureSpec('endpoint-refuses');

failureSpec('endpoint-not-json');

failureSpec('endpoint-blocked', { then: async () => {}, says: [] });

failureSpec('backend-failed', { then: ({ screen }) => screen.outwaitRetry() });

failureSpec('backend-timeout', {
  until: ({ screen }) => screen.outwait('minting', 15_000),
  then: ({ screen }) => screen.outwaitRetry(),
});

failureSpec('backend-unreachable', { then: ({ screen }) => screen.putRight() });

failureSpec('cross-origin-isolated', { then: async () => {}, says: [] });

// Both to put it right and to let it happen load the page again.
failureSpec('insecure-context', { says: [] });
