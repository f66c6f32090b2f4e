import type { Context } from 'hono';
import { answerPage } from '../pages/page.ts';
import { refusedLaunchPage } from '../pages/refusedLaunch.ts';
import { uiNotBuiltPage } from '../pages/uiNotBuilt.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import type { Session } from '../state/sessions.ts';
import { embedBase } from './embedBase.ts';
import type { EmbedFiles } from './embedFiles.ts';
import { fillLaunchPage } from './launchPage.ts';
import { spendLaunchToken } from './spendLaunchToken.ts';

/**
 * Answers everything under `/workspace` (contract §4): the first request of a launch URL gets the page, all else the
 * refused page. That a path was reached by navigation inside the embed counts for nothing once it is loaded again.
 */
export async function launch(state: SandboxState, files: EmbedFiles, c: Context): Promise<Response> {
  const session = state.sessions.findByLaunchToken(c.req.query('launch') ?? '');
  // Looking at a launch URL without fetching it is no launch.
  if (session === undefined || c.req.method !== 'GET') return refuse(state, c, session);
  const page = await files.launchPage(state.pages);
  if (page === null) return answerPage(c, uiNotBuiltPage());
  if (!spendLaunchToken(state, session, c.req.param('page') ?? '')) return refuse(state, c, session);

  const { frame, faults } = state.frames.launch(session.id);
  state.counters.count('launches', session.id);
  c.header(
    'Content-Security-Policy',
    policy(state.faults.take('frame-ancestors', session.id)?.value ?? frameAncestors(session)),
  );
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cache-Control', 'no-store');
  const boot = {
    base: embedBase(state.addresses),
    frame: frame.id,
    host_origins: session.grant.allowedOrigins,
    faults,
  };
  return c.html(fillLaunchPage(page, boot));
}

function refuse(state: SandboxState, c: Context, session: Session | undefined): Promise<Response> {
  state.counters.count('launchesRefused');
  return answerPage(c, refusedLaunchPage(frameAncestors(session)));
}

function policy(ancestors: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

/** Those whom the mint named; if it named no one, anyone (contract §2). */
function frameAncestors(session: Session | undefined): string {
  return session?.grant.allowedOrigins.join(' ') || '*';
}
