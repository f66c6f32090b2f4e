import {
  createMeshesEmbed,
  type EmbedCallbacks,
  type EmbedView,
  type LaunchPage,
  type MeshesEmbed,
  type MeshesEmbedOptions,
} from '@meshes-embed/core';
import { callbackNames, idleView, pickOptions, settingNames, type MeshesEmbedHandle } from '@meshes-embed/core/adapter';
import { afterSetup } from './afterSetup.ts';
import { createDisplays } from './displays.ts';
import type { EventTargetOf, MeshesEmbedEventMap } from './events.ts';
import { attributeNames, readAttribute, type SettingProperties } from './settings.ts';
import { dress } from './styles.ts';

/** A server has no elements, and may import this all the same. What loops over core's lists give the class is typed here. */
const Base = (globalThis.HTMLElement ?? Object) as unknown as new () => EventTargetOf<MeshesEmbedEventMap> &
  SettingProperties &
  HTMLElement;

/**
 * `<meshes-embed>`: a Meshes workspace in your page. Every setting of core is a property, and an attribute where text can
 * say it; `statuschange`, `navigate` and so on are events, with core's value in `detail`. They do not bubble: a `resize`
 * or a `problem` of this element is no business of those who listen to the whole page. A setting that makes no sense is
 * reported as an uncaught `MeshesEmbedError`, and changes nothing.
 *
 * The element itself is core's container, as with any other adapter. The iframe and the displays are in its shadow root,
 * where scripts that write the page's markup again do not reach them; the page styles them as parts, and fills the slots.
 */
export class MeshesEmbedElement extends Base {
  static readonly observedAttributes = attributeNames;

  static {
    for (const name of settingNames) {
      Object.defineProperty(this.prototype, name, {
        enumerable: true,
        // Some, such as title, are a property of every element, with a value where nothing is set.
        get(this: MeshesEmbedElement) {
          return this.#properties[name] ?? readAttribute(this, name) ?? Reflect.get(HTMLElement.prototype, name, this);
        },
        set(this: MeshesEmbedElement, value: unknown) {
          this.#properties[name] = value;
          this.#changed();
        },
      });
    }
  }

  /** Fetches a newer token in place. @throws MeshesEmbedError `bad-option` where the settings make no embed; the same for the next four */
  readonly refresh: MeshesEmbedHandle['refresh'] = () => this.#update().refresh();
  /** Fresh session, fresh iframe; also what a retry after `failed` is. */
  readonly relaunch: MeshesEmbedHandle['relaunch'] = (options) => this.#go((embed) => embed.relaunch(options));
  /** Puts it out of sight as it is, for the next one; call it before this element is taken out. Whether it is parked. */
  readonly park: MeshesEmbedHandle['park'] = (options) => this.#embed?.park(options) ?? false;
  /** Takes all away and ends its sessions; resolves when that was answered. */
  readonly signOut: MeshesEmbedHandle['signOut'] = () => this.#current().signOut();
  /** Goes to the page's front, also from somewhere below it. */
  readonly goTo: MeshesEmbedHandle['goTo'] = (page) => this.#go((embed) => embed.goTo(page));
  /** What was seen so far, as findings with stable codes. Redacted. */
  readonly diagnose: MeshesEmbedHandle['diagnose'] = () => this.#update().diagnose();
  /** The last 1,000 steps, the oldest first. Redacted. @throws MeshesEmbedError `bad-option`; the same for the next one */
  readonly trace: MeshesEmbedHandle['trace'] = () => this.#update().trace();
  /** Calls the listener with each further step, until the result is called. */
  readonly observe: MeshesEmbedHandle['observe'] = (listener) => this.#update().observe(listener);
  /** The current view, as `connectInspector` asks for it. */
  readonly getSnapshot: MeshesEmbedHandle['getSnapshot'] = () => this.view;

  readonly #properties: Record<string, unknown> = {};
  readonly #callbacks = Object.fromEntries(
    callbackNames.map((name) => [name, (detail: unknown) => this.#tell(name, detail)]),
  );
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #displays = createDisplays(this.relaunch);
  #embed: MeshesEmbed | undefined;
  /** What the embed was given last. */
  #options: Partial<MeshesEmbedOptions> = {};
  #unmount: (() => void) | undefined;
  #stale = false;
  /** Whether it is as it came, and may be in the middle of being set up. Its first launch takes what is set meanwhile. */
  #fresh = true;
  /** It was in the page before it was made: the page's own markup, or a server's. */
  readonly #isMarkup = this.isConnected;

  constructor() {
    super();
    this.#root.append(this.#displays.place);
    // What was set before the element was known stands on the object itself, in front of the accessors.
    for (const name of settingNames.filter((known) => Object.hasOwn(this, known))) {
      this.#properties[name] = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
    }
  }

  /** The current view: the same object until something visible changed. */
  get view(): EmbedView {
    return this.#embed?.getSnapshot() ?? idleView;
  }

  /** Moves the focus to the element's place, whatever is in it. A `tabindex` here would keep the Tab key from all inside. */
  override focus(options?: FocusOptions): void {
    this.#displays.place.focus(options);
  }

  connectedCallback(): void {
    dress(this.#root, this.fit === 'container');
    if (this.#fresh) afterSetup(this.#isMarkup, () => this.#mount());
    // Copied markup says what its original was; a server's does not, and is left as it is.
    if (!this.#isMarkup || this.dataset['meshesStatus']) this.dataset['meshesStatus'] = this.view.status;
    this.#changed();
  }

  /** Put in elsewhere at once, it was moved: core notices that, and launches it there. */
  disconnectedCallback(): void {
    this.#unmount?.();
    this.#unmount = undefined;
  }

  /** Tells the browser to leave the element and its iframe as they are where `moveBefore` moves them. */
  connectedMoveCallback(): void {}

  /** Another document has another window to listen to. */
  adoptedCallback(): void {
    this.#embed?.destroy();
    this.#embed = undefined;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    // The user may have gone elsewhere since it was set: of the wishes for a page, the last one counts.
    if (name === 'page' && before !== now && this.#embed) this.#properties[name] = undefined;
    this.#changed();
  }

  #tell(name: keyof EmbedCallbacks, detail: unknown): void {
    if (name === 'onPageChange') this.#follow(detail as LaunchPage);
    this.dispatchEvent(new CustomEvent(name.slice('on'.length).toLowerCase(), { detail }));
  }

  /** Says the page where the embed is, so that any other one can be wished for from there; unless that was done meanwhile. */
  #follow(page: LaunchPage): void {
    if (this.page === this.#options.page) this.#properties['page'] = page;
    this.#options = { ...this.#options, page };
    this.#embed?.update({ page });
  }

  /** What is set together is taken up together. */
  #changed(): void {
    this.#stale = true;
    queueMicrotask(() => this.#stale && this.#update());
  }

  /** The embed with what is set now. In the page, it is launched: at first only once it was set up. */
  #update(): MeshesEmbed {
    const stale = this.#stale;
    this.#stale = false;
    try {
      if (stale || !this.#embed) this.#take({ ...pickOptions(this), ...this.#callbacks });
      return this.#embed!;
    } finally {
      if (!this.#fresh) this.#mount();
    }
  }

  /** Launches it in the page, and no longer waits for more that is set. */
  #mount(): void {
    this.#fresh = false;
    if (this.isConnected) this.#unmount ??= this.#embed?.mount(this, { place: this.#displays.place });
  }

  /** The embed with what is set now, which no longer waits for more. */
  #current(): MeshesEmbed {
    this.#fresh = false;
    return this.#update();
  }

  /** What is not launched yet begins where it is to go. */
  #go(where: (embed: MeshesEmbed) => void): void {
    where(this.#update());
    this.#current();
  }

  #take(options: MeshesEmbedOptions): void {
    const show = (): void => this.#displays.show(this.view, this.texts);
    if (this.#embed) this.#embed.update(options);
    else {
      this.#embed = createMeshesEmbed(options);
      this.#embed.subscribe(show);
    }
    this.#options = options;
    dress(this.#root, this.fit === 'container');
    show();
  }
}
