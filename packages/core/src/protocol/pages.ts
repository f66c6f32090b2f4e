/**
 * The pages a launch may open (contract §2, `launch_page`). Two more pages exist inside the embed, event detail and
 * connection mappings; those are reached by navigation only.
 */
export type LaunchPage = 'dashboard' | 'connections' | 'rules' | 'events';

/** Every {@link LaunchPage}, the default first. */
export const launchPages: readonly LaunchPage[] = ['dashboard', 'connections', 'rules', 'events'];

/** What a session shows: the whole workspace, one resource, or only the dashboard (contract §3). */
export type SessionType = 'workspace' | 'resource' | 'dashboard';

/** Every {@link SessionType}, the default first. */
export const sessionTypes: readonly SessionType[] = ['workspace', 'resource', 'dashboard'];

/** What the session's user may do (contract §2). */
export type SessionRole = 'member' | 'admin' | 'owner';

/** Every {@link SessionRole}, the default first. */
export const sessionRoles: readonly SessionRole[] = ['member', 'admin', 'owner'];

/** The pages that each session type may launch (contract §2), the page to fall back to first. */
export const launchPagesByType: Readonly<Record<SessionType, readonly LaunchPage[]>> = {
  workspace: launchPages,
  resource: ['dashboard', 'rules', 'events'],
  dashboard: ['dashboard'],
};
