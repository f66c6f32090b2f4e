import { failureSpec } from '../../src/scenario/failureSpec.ts';

failureSpec('token-malformed');

failureSpec('life-assumed');

// Cured before the console would say it.
failureSpec('token-stale', {
  then: ({ sandbox }) => sandbox.expectStats({ mints: 1, refreshes: 1, authsReceived: 2 }),
  says: [],
});

failureSpec('refresh-failing', { then: ({ screen }) => screen.outwait('live', 120_000) });

failureSpec('session-differs', { then: ({ screen }) => screen.recoverAtOnce('session-differs') });

failureSpec('session-revoked');

failureSpec('refresh-refused', { then: ({ screen }) => screen.recoverAtOnce('refresh-refused') });

failureSpec('calls-spent', {
  async until({ screen }) {
    for (let session = 1; session <= 7; session += 1) await screen.recoverAtOnce('refresh-refused', session);
  },
  async then({ screen }) {
    await screen.putRight();
    await screen.outwait('recovering', 600_000);
  },
  says: ['calls-spent', 'refresh-refused'],
});

failureSpec('workspace-differs');

failureSpec('role-differs');

failureSpec('page-refused', { then: ({ sandbox }) => sandbox.expectStats({ mints: 1, launches: 1 }) });
