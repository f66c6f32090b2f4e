import { createMeshesEmbed, type EmbedView, type MeshesEmbedOptions } from '@meshes-embed/core';
import { handleOf, pickOptions, type MeshesEmbedHandle } from '@meshes-embed/core/adapter';
import {
  onActivated,
  onBeforeUnmount,
  onDeactivated,
  shallowReadonly,
  shallowRef,
  toRaw,
  toValue,
  watch,
  type MaybeRefOrGetter,
  type ShallowRef,
} from 'vue';

/** The template ref of an element. */
type Container = ShallowRef<HTMLElement | null>;

/** What {@link useMeshesEmbed} returns. */
export interface UseMeshesEmbed extends MeshesEmbedHandle {
  /** The template ref of the element that shall hold the iframe: `<div ref="container" />`. */
  readonly container: Container;
  /** The current view; another object only where something visible changed. */
  readonly view: Readonly<ShallowRef<EmbedView>>;
}

/** A plain copy: a proxy of Vue's can neither be cloned nor posted. What is read here is followed. */
function plainOptions(options: MaybeRefOrGetter<MeshesEmbedOptions>): MeshesEmbedOptions {
  const plain = Object.entries(pickOptions(toValue(options))).map(([name, value]) => [name, toRaw(value)]);
  return Object.fromEntries(plain) as MeshesEmbedOptions;
}

/**
 * An embed in a layout of your own. It lives while the container is in the page, and starts again when `KeepAlive`
 * brings it back. Options may be a ref, reactive, or a getter: new ones apply in place; another `page` is launched
 * unless the embed is there already, another `endpoint` or `identity` always. Without a source of sessions it waits for
 * one. Call it in `setup`.
 *
 * @param container - a template ref of your own, such as `useTemplateRef` makes, in place of the one that is returned
 * @throws MeshesEmbedError `bad-option`, in `setup` or, for later options, from a watcher: `onErrorCaptured` gets both.
 */
export function useMeshesEmbed(
  options: MaybeRefOrGetter<MeshesEmbedOptions>,
  container: Container = shallowRef(null),
): UseMeshesEmbed {
  const embed = createMeshesEmbed(plainOptions(options));
  const active = shallowRef(true);
  const view = shallowRef(embed.getSnapshot());

  embed.subscribe(() => {
    view.value = embed.getSnapshot();
  });
  onActivated(() => {
    active.value = true;
  });
  // Once the container is gone it is too late.
  onBeforeUnmount(() => void embed.park());
  onDeactivated(() => {
    active.value = false;
  });
  const place = (): HTMLElement | null => (active.value ? container.value : null);
  watch(
    () => plainOptions(options),
    (latest) => embed.update(latest),
    { flush: 'post' },
  );
  watch(place, (element, _before, onCleanup) => element && onCleanup(embed.mount(element)), { flush: 'post' });

  return { container, view: shallowReadonly(view), ...handleOf(embed) };
}
