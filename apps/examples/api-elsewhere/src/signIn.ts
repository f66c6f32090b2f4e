interface SignIn {
  readonly accessToken: string;
  readonly csrfToken: string;
}

let signIn: SignIn | undefined;

/** The user's token for the API; a real app has it from its identity provider, and renews it where it has to. */
export async function accessToken(api: string): Promise<string> {
  signIn ??= (await (await fetch(`${api}/sign-in`, { method: 'POST' })).json()) as SignIn;
  return signIn.accessToken;
}

/** The token against forged requests that came with the sign-in. */
export function csrfToken(): string {
  return signIn?.csrfToken ?? '';
}
