/** Makes an element. */
export function make(tag: string, attributes: Record<string, string>, ...children: Node[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Something that is said to the user: a text and a button, or in their stead what the page puts into the slot. */
export interface Display {
  readonly region: HTMLElement;
  /** Null for nothing at all, and for no button. */
  show(text: string | null, label: string | null): void;
}

const holdsFocus = (element: Element): boolean =>
  element.contains((element.getRootNode() as Document | ShadowRoot).activeElement);

/**
 * Makes a display, empty. Only what changes of it is touched: assistive technology would say the rest again.
 *
 * @param name - the slot's
 * @param part - what the button is called, besides `button`
 * @param keepFocus - called before something goes away that has the focus in it
 */
export function createDisplay(role: 'status' | 'alert', name: string, part: string, keepFocus: () => void): Display {
  const words = make('span', { dir: 'auto' });
  const button = make('button', { type: 'button', dir: 'auto', part: `button ${part}`, 'data-meshes-retry': '' });
  const slot = make('slot', { name }, words) as HTMLSlotElement;
  const region = make('div', { role, part: role });

  // What the page puts in lays itself out.
  slot.addEventListener('slotchange', () => region.toggleAttribute('data-own', slot.assignedElements().length > 0));

  const say = (element: HTMLElement, text: string): void =>
    void (element.textContent === text || (element.textContent = text));
  function keep(child: HTMLElement, parent: HTMLElement, wanted: boolean): void {
    if (wanted === (child.parentNode === parent)) return;
    if (wanted) return parent.append(child);
    const going = child === slot ? [slot, ...slot.assignedElements()] : [child];
    if (going.some(holdsFocus)) keepFocus();
    child.remove();
  }
  return {
    region,
    show(text, label) {
      say(words, text ?? '');
      say(button, label ?? '');
      keep(button, slot, label !== null);
      keep(slot, region, text !== null);
    },
  };
}
