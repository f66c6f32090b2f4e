import { failureSpec } from '../../src/scenario/failureSpec.ts';

failureSpec('token-malformed');

failureSpec('life-assumed');

// Cured before the console would say it.
failureSpec('token-stale', { then: ({ sandbox }) => sandbox.expectStats({ mints: 1, refreshes: 1, authsReceived: 2 }), says: [] });

failureSpec('refresh-failing', { then: ({ screen }) => screen.outwait('live', 120_000) });

failureSpec('session-differs', { then: ({ screen }) => screen.outwaitRetry() });

failureSpec('session-revoked');

failureSpec('refresh-refused');

failureSpec('calls-spent', {
  async then({ screen }) {
    await screen.jump(600_000);
    await screen.tryAgain();
  },
});

failureSpec('workspace-differs');

failureSpec('role-differs');

failureSpec('page-refused', { then: ({ sandbox }) => sandbox.expectStats({ mints: 1, launches: 1 }) });
