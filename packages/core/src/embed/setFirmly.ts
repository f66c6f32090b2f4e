/** Sets CSS properties, by their names in a style sheet, so that no style sheet of the page overrules them. */
export function setFirmly({ style }: HTMLElement, properties: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(properties)) style.setProperty(name, value, 'important');
}
