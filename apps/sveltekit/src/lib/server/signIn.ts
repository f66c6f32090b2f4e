import { MESHES_WORKSPACE_ID } from '$app/env/private';
import type { Cookies } from '@sveltejs/kit';

/** Who uses the product, and their workspace at Meshes. */
export interface User {
  readonly id: string;
  readonly workspaceId: string;
}

const cookieName = 'demo_user';

/**
 * Who is signed in; null if no one is.
 * Your own sign-in goes here: this one believes a cookie that anybody could write.
 */
export function signedInUser(cookies: Cookies): User | null {
  const id = cookies.get(cookieName);
  return id === 'demo' ? { id, workspaceId: MESHES_WORKSPACE_ID } : null;
}

/** Signs in as the one user of this demo. */
export function signIn(cookies: Cookies): void {
  cookies.set(cookieName, 'demo', { path: '/' });
}
