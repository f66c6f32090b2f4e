import { cookies } from 'next/headers';

/** Who uses the product, and their workspace at Meshes. */
export interface User {
  readonly id: string;
  readonly workspaceId: string;
}

const cookieName = 'demo_user';

/**
 * Who is signed in, for pages and for route handlers; null if no one is.
 * Your own sign-in goes here: this one believes a cookie that anybody could write.
 */
export async function signedInUser(): Promise<User | null> {
  const id = (await cookies()).get(cookieName)?.value;
  return id === 'demo' ? { id, workspaceId: process.env.MESHES_WORKSPACE_ID ?? '' } : null;
}

/** Signs in as the one user of this demo; a server action, for a form. */
export async function signIn(): Promise<void> {
  'use server';
  (await cookies()).set(cookieName, 'demo', { httpOnly: true, sameSite: 'lax', path: '/' });
}
