/** Sets styles by script as React does: a bare number is a length in px where the property takes no number. */
export function setStyles({ style }: HTMLElement, styles: object | undefined): void {
  for (const [name, value] of Object.entries(styles ?? {})) {
    if (name.startsWith('--')) style.setProperty(name, value as string);
    // What a property does not take changes nothing: of both forms the one counts that it takes, and the bare one of two.
    else for (const form of typeof value === 'number' ? [`${value}px`, value] : [value]) Reflect.set(style, name, form);
  }
}
