import { FakeMeshesError } from '../fakeMeshesError.ts';
import { allowBlankFrames } from './blankFrames.ts';

/** What is done with an iframe that is given a launch URL, instead of loading it; the result is called when it is given another address. */
type Open = (iframe: HTMLIFrameElement) => () => void;

/** Those of every fake on the page: several may be there, as on a page of stories. */
const known = new Map<string, Open>();
/** Those that no iframe was given yet. */
const waiting = new Set<string>();
/** What each iframe was given, in place of what it loads. */
const given = new WeakMap<HTMLIFrameElement, { readonly href: string; readonly close: () => void }>();

let unpatch: (() => void) | undefined;
let forbid: (() => void) | undefined;

/**
 * Has iframes of this page that are given this launch URL stay at their empty document, whose window then plays the embed:
 * nothing is loaded, in a test environment or in a browser. Any other address is loaded as ever.
 *
 * @returns forgets it; with the last one everything is as it was
 * @throws FakeMeshesError `no-page` where there is no page.
 */
export function takeLaunchUrl(href: string, open: Open): () => void {
  if (typeof HTMLIFrameElement !== 'function')
    throw new FakeMeshesError(
      'no-page',
      'there is no page to launch an embed in. Expected jsdom, happy-dom or a browser: set the environment of your test runner.',
    );
  unpatch ??= patchSource(HTMLIFrameElement.prototype);
  forbid ??= allowBlankFrames();
  known.set(href, open);
  waiting.add(href);
  return () => {
    known.delete(href);
    opened(href);
    if (known.size > 0) return;
    unpatch?.();
    unpatch = undefined;
  };
}

function opened(href: string): void {
  waiting.delete(href);
  if (waiting.size > 0) return;
  forbid?.();
  forbid = undefined;
}

function patchSource(prototype: HTMLIFrameElement): () => void {
  const native = Object.getOwnPropertyDescriptor(prototype, 'src')!;
  Object.defineProperty(prototype, 'src', {
    ...native,
    get(this: HTMLIFrameElement): string {
      return given.get(this)?.href ?? (native.get!.call(this) as string);
    },
    set(this: HTMLIFrameElement, value: unknown) {
      const href = String(value);
      const open = known.get(href);
      given.get(this)?.close();
      given.delete(this);
      if (open) {
        opened(href);
        given.set(this, { href, close: open(this) });
      } else native.set!.call(this, value);
    },
  });
  return () => void Object.defineProperty(prototype, 'src', native);
}
