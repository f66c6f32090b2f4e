import { createMeshesEmbed, type EmbedView, type MeshesEmbed } from '@meshes-embed/core';
import { callbackNames, idleView, pickOptions, retryInside, settingNames, textsOf, type MeshesEmbedHandle } from '@meshes-embed/core/adapter';
import { createDisplays, dress, ownChildren } from './displays.ts';
import type { EventTargetOf, MeshesEmbedEventMap } from './events.ts';
import { attributeNames, readAttribute, type SettingProperties } from './settings.ts';

/** A server has no elements, and may import this all the same. What loops over core's lists give the class is typed here. */
const Base = (globalThis.HTMLElement ?? Object) as unknown as new () => EventTargetOf<MeshesEmbedEventMap> & SettingProperties & HTMLElement;

/**
 * `<meshes-embed>`: a Meshes workspace in your page. Every setting of core is a property, and an attribute where text can
 * say it; `statuschange`, `navigate` and so on are events, with core's value in `detail`. They do not bubble: a `resize`
 * or a `problem` of this element is no business of those who listen to the whole page. A setting that makes no sense is
 * reported as an uncaught `MeshesEmbedError`, and changes nothing.
 *
 * The element itself is core's container, and the iframe and the default displays are its children: what a page finds,
 * styles and tests there is the same as with any other adapter. The shadow root has the layout, and the slots.
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

  /** Fetches a newer token in place. @throws MeshesEmbedError `bad-option` where the settings make no embed; the same for the next two */
  readonly refresh: MeshesEmbedHandle['refresh'] = () => this.#current().refresh();
  /** Fresh session, fresh iframe; also what a retry after `failed` is. */
  readonly relaunch: MeshesEmbedHandle['relaunch'] = (options) => this.#current().relaunch(options);
  /** What was seen so far, as findings with stable codes. Redacted. */
  readonly diagnose: MeshesEmbedHandle['diagnose'] = () => this.#current().diagnose();
  /** The last 1,000 steps, the oldest first. Redacted. @throws MeshesEmbedError `bad-option`; the same for the next one */
  readonly trace: MeshesEmbedHandle['trace'] = () => this.#current().trace();
  /** Calls the listener with each further step, until the result is called. */
  readonly observe: MeshesEmbedHandle['observe'] = (listener) => this.#current().observe(listener);
  /** The current view, as `connectInspector` asks for it. */
  readonly getSnapshot: MeshesEmbedHandle['getSnapshot'] = () => this.view;

  readonly #properties: Record<string, unknown> = {};
  readonly #callbacks = callbackNames.map((name) => {
    const type = name.slice('on'.length).toLowerCase();
    return [name, (detail: unknown) => this.dispatchEvent(new CustomEvent(type, { detail }))] as const;
  });
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #displays = createDisplays(this, () => retryInside(this, this.relaunch));
  #embed: MeshesEmbed | undefined;
  #unmount: (() => void) | undefined;
  #stale = false;

  constructor() {
    super();
    this.#root.append(this.#displays.place);
    this.#root.addEventListener('slotchange', () => this.#embed && this.#show());
    // What was set before the element was known stands on the object itself, in front of the accessors.
    for (const name of settingNames.filter((known) => Object.hasOwn(this, known))) {
      this.#properties[name] = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
    }
    // A copy of an element brings a copy of its iframe, with a launch URL that is spent, and of its displays.
    for (const copy of this.querySelectorAll(ownChildren)) copy.remove();
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
    dress(this.#root);
    this.dataset['meshesStatus'] = this.view.status;
    this.#changed();
  }

  /** Where it is put in elsewhere at once, core keeps the session: it launches afresh as soon as the moved iframe has loaded again. */
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

  attributeChangedCallback(): void {
    this.#changed();
  }

  #show(): void {
    this.#displays.show(this.view, textsOf(this.texts));
  }

  /** What is set together is taken up together. Without any source of sessions it waits for one, as an image for its address. */
  #changed(): void {
    this.#stale = true;
    queueMicrotask(() => this.#stale && (this.#embed ?? this.endpoint ?? this.fetchSession ?? this.refreshSession) && this.#current());
  }

  /** The embed with what is set now. */
  #current(): MeshesEmbed {
    const options = { ...pickOptions(this), ...Object.fromEntries(this.#callbacks) };
    const stale = this.#stale;
    this.#stale = false;
    try {
      if (this.#embed && stale) this.#embed.update(options);
      else if (!this.#embed) {
        this.#embed = createMeshesEmbed(options);
        this.#embed.subscribe(() => this.#show());
      }
      return this.#embed;
    } finally {
      if (this.isConnected) this.#unmount ??= this.#embed?.mount(this);
    }
  }
}
