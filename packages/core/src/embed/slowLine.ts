/** What some browsers tell of the line. */
interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** Whether the user asked to save data, or the line is so slow that what is not looked at had better wait. */
export function isSlowLine(): boolean {
  const { saveData, effectiveType = '' } =
    (navigator as { readonly connection?: Connection }).connection ?? ({} as Connection);
  return saveData === true || effectiveType.endsWith('2g');
}
