import type { EmbedSettings, EmbedSource, LaunchPage, MeshesEmbedOptions } from '@meshes-embed/core';
import {
  callbackNames,
  displaysOf,
  displayStyle,
  ownDisplayStyle,
  placeStyle,
  retryInside,
  settingNames,
  textsOf,
  type MeshesEmbedHandle,
  type ProblemDisplayProps,
} from '@meshes-embed/core/adapter';
import {
  callWithAsyncErrorHandling,
  defineComponent,
  ErrorCodes,
  getCurrentInstance,
  h,
  onMounted,
  shallowRef,
  type ComponentPublicInstance,
  type HTMLAttributes,
  type PublicProps,
  type SlotsType,
} from 'vue';
import { problemDisplay } from './problemDisplay.ts';
import { retryButton } from './retryButton.ts';
import { useMeshesEmbed } from './useMeshesEmbed.ts';

/** Every setting of the embed, its callbacks as listeners (`@navigate` for `onNavigate`), and attributes of the container such as `id`. */
export type MeshesEmbedProps = MeshesEmbedOptions & Omit<HTMLAttributes, keyof MeshesEmbedOptions | 'innerHTML'>;

/** The places for displays of your own; an empty one shows nothing. */
export type MeshesEmbedSlots = SlotsType<{
  /**
   * Shown until the embed is there, in a `role="status"` that fills its place. Default: what it is doing, and a button to
   * try now where that takes long.
   */
  loading: Record<string, never>;
  /** Shown once the embed has failed, in its place. Default: a `role="alert"` with a button to try again. */
  problem: ProblemDisplayProps;
}>;

/** What `v-model:page` listens to. */
type Emits = { 'update:page': (page: LaunchPage) => void };

/** Not `DefineComponent`, which makes one type of a choice between props, where all of them may be left out. */
type MeshesEmbedComponent = new () => ComponentPublicInstance<
  MeshesEmbedProps,
  MeshesEmbedHandle,
  {},
  {},
  {},
  Emits,
  PublicProps,
  {},
  false,
  {},
  {},
  MeshesEmbedSlots
>;

type Switch = {
  [Name in keyof EmbedSettings]-?: true extends EmbedSettings[Name] ? Name : never;
}[keyof EmbedSettings];

/** Settings that a template may name without a value. Of one that it does not name Vue would make false: the default is the embed's. */
const switches: Record<Switch, object> = {
  allowInsecureLocalhost: { type: Boolean, default: undefined },
  revoke: { type: Boolean, default: undefined },
  preload: { type: Boolean, default: undefined },
  keepAlive: { type: [Boolean, Number], default: undefined },
};

/** `onStatusChange` is listened to as `@status-change`, and emitted under the name between. */
const eventOf = (callback: string): string => callback.charAt(2).toLowerCase() + callback.slice(3);

/**
 * A Meshes workspace in your page. `class` and `style` go to the outermost element; other attributes, such as `id` or
 * `data-testid`, to the container that holds the iframe. A server renders it empty, with the loading display.
 */
export const MeshesEmbed = defineComponent({
  name: 'MeshesEmbed',
  inheritAttrs: false,
  props: { ...Object.fromEntries(settingNames.map((name) => [name, null])), ...switches },
  emits: [...callbackNames.map(eventOf), 'update:page'],
  setup(props: EmbedSettings & EmbedSource, { attrs, slots, emit, expose }) {
    const instance = getCurrentInstance();
    const tell =
      (callback: string) =>
      (value: unknown): void => {
        if (callback === 'onPageChange') emit('update:page', value);
        if (!instance?.isUnmounted) emit(eventOf(callback), value);
        // The embed leaves one task after its component, which emits nothing any more: its last steps are told all the same.
        else
          callWithAsyncErrorHandling(
            instance.vnode.props?.[callback] ?? [],
            instance,
            ErrorCodes.COMPONENT_EVENT_HANDLER,
            [value],
          );
      };
    const callbacks = Object.fromEntries(callbackNames.map((name) => [name, tell(name)]));
    const { container, view, ...handle } = useMeshesEmbed(() => ({ ...props, ...callbacks }));
    const place = shallowRef<HTMLElement | null>(null);
    const retry = (): void => retryInside(place.value, handle.relaunch);
    expose(handle);
    // A policy may have refused the styles that came in the server's HTML: new objects are set again.
    onMounted(() => instance?.update());
    return () => {
      const { class: className, style, ...attributes } = attrs;
      const { loading, text, tryNow, problem } = displaysOf(view.value, props.texts);
      const { loading: ownLoading, problem: ownProblem } = slots;
      const dir = ownLoading ? undefined : 'auto';
      return h('div', { ref: place, tabindex: -1, class: className, style: [placeStyle(props), style] }, [
        // The embed changes both attributes on the element itself: for Vue they never change.
        h('div', { ...attributes, ref: container, 'data-meshes-status': 'idle', 'aria-busy': 'true' }),
        loading
          ? h(
              'div',
              { role: 'status', dir, style: { ...(ownLoading ? ownDisplayStyle : displayStyle) } },
              ownLoading?.() ?? [text, ...retryButton(tryNow, retry)],
            )
          : h('div', { role: 'status', dir }),
        ...(problem
          ? [
              ownProblem
                ? h('div', { style: ownDisplayStyle }, ownProblem({ problem, retry }))
                : problemDisplay({ problem, retry }, textsOf(props.texts)),
            ]
          : []),
      ]);
    };
  },
}) as unknown as MeshesEmbedComponent;
