/** The workspace of a user's company: the same for all whose number is as even or odd. */
export function workspaceOf(user: string, workspaces: readonly string[]): string {
  return workspaces[Number(user.replaceAll(/\D/g, '')) % workspaces.length]!;
}
