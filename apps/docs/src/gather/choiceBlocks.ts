import { choiceKinds, kindOf, titleOf, type ChoiceKind } from '../choices.ts';

/** What is only for those who chose one of these: between `::: react vue` and `:::`. */
interface Block {
  readonly kind: ChoiceKind;
  readonly names: readonly string[];
  readonly text: string;
}

/** Splits a page at its blocks of choices. Throws where a block is of no choice, or never ends. */
function split(text: string, file: string): (string | Block)[] {
  const parts: (string | Block)[] = [];
  let lines: string[] = [];
  let open: { readonly kind: ChoiceKind; readonly names: string[] } | null = null;
  let fence = '';
  const close = (): void => {
    const body = lines.join('\n');
    parts.push(open === null ? body : { ...open, text: body });
    lines = [];
  };
  for (const line of text.split('\n')) {
    const [, ticks = ''] = /^(`{3,})/.exec(line) ?? [];
    if (fence === '' && ticks !== '') fence = ticks;
    else if (fence !== '' && line.trim() === fence) fence = '';
    const names = fence === '' ? /^::: +([a-z ]+)$/.exec(line)?.[1]?.split(' ') : undefined;
    const kind = names && kindOf(names[0] ?? '');
    if (names && kind !== undefined) {
      close();
      open = { kind, names };
    } else if (open !== null && fence === '' && line.trim() === ':::') {
      close();
      open = null;
    } else {
      lines.push(line);
    }
  }
  if (open !== null) throw new Error(`${file}: the block of ${open.names.join(' ')} never ends: expected a line :::`);
  close();
  return parts;
}

/** A page with the blocks as the site shows them: those of what was not chosen are hidden by style, and each run of blocks begins with the choice. */
export function shownByChoice(text: string, file: string): string {
  let run: ChoiceKind | null = null;
  return split(text, file)
    .map((part) => {
      if (typeof part === 'string') {
        if (part.trim() !== '') run = null;
        return part;
      }
      const { kind, names } = part;
      const begins = run !== kind;
      run = kind;
      const choice = begins ? `\n<Choice kind="${kind}" />\n` : '';
      return `${choice}\n<div class="only" data-${kind}="${names.join(' ')}">\n\n${part.text}\n\n</div>\n`;
    })
    .join('\n');
}

/** The same for readers of plain Markdown, who see all of them: each with its name before it, and what is for all after them. */
export function namedByChoice(text: string, file: string): string {
  return split(text, file)
    .map((part, index) =>
      typeof part === 'string'
        ? `${index > 0 && part.trim() !== '' ? '\n**For all**\n\n' : ''}${part}`
        : `\n**${part.names.map((name) => titleOf(part.kind, name)).join(', ')}**\n\n${part.text.trim()}\n`,
    )
    .join('\n');
}

/** The style rules that hide what was not chosen. */
export function choiceStyles(names: (kind: ChoiceKind) => readonly string[]): string {
  return choiceKinds
    .flatMap((kind) =>
      names(kind).map(
        (name) => `html[data-${kind}='${name}'] .only[data-${kind}]:not([data-${kind}~='${name}']){display:none}`,
      ),
    )
    .join('\n');
}
