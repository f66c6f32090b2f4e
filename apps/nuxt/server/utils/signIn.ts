/** Who uses the product, and their workspace at Meshes. */
export interface User {
  readonly id: string;
  readonly workspaceId: string;
}

export const signInCookie = { name: 'demo_user', value: 'demo' };

/**
 * Who is signed in, by the headers of their request; null if no one is.
 * Your own sign-in goes here: this one believes a cookie that anybody could write.
 */
export function signedInUser(headers: Headers): User | null {
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/);
  if (!cookies.includes(`${signInCookie.name}=${signInCookie.value}`)) return null;
  return { id: signInCookie.value, workspaceId: process.env.MESHES_WORKSPACE_ID ?? '' };
}
