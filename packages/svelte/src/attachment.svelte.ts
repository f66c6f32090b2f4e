import { createMeshesEmbed, type EmbedView, type MeshesEmbedOptions } from '@meshes-embed/core';
import { handleOf, pickOptions, type MeshesEmbedHandle } from '@meshes-embed/core/adapter';
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { createSubscriber } from 'svelte/reactivity';

/** An embed to attach: `<div {@attach embed}></div>`. Its functions need no `this` and stay the same. */
export interface MeshesEmbedAttachment extends Attachment<HTMLElement>, MeshesEmbedHandle {
  /** The current view, reactive where it is read; another object only where something visible changed. */
  readonly view: EmbedView;
}

/** Every option as a plain value: core keeps what it is given, and Svelte's proxies cannot be cloned. */
function plainOptions(options: MeshesEmbedOptions): MeshesEmbedOptions {
  const plain = (value: unknown): unknown => (typeof value === 'function' ? value : $state.snapshot(value));
  const taken = Object.entries(pickOptions(options)).map(([name, value]) => [name, plain(value)]);
  return Object.fromEntries(taken) as MeshesEmbedOptions;
}

/**
 * An embed in a layout of your own. It lives while the element that it is attached to is in the page. Options go by
 * core's names, such as `onNavigate`. Where they change, give a function or a `$state` object: new ones apply in
 * place; another `page` is launched unless the embed is there already, another `endpoint` or `identity` always. Without a
 * source of sessions it waits for one.
 *
 * @throws MeshesEmbedError `bad-option`, here or from an effect: a `<svelte:boundary>` catches it.
 */
export function meshesEmbed(options: MeshesEmbedOptions | (() => MeshesEmbedOptions)): MeshesEmbedAttachment {
  const read = (): MeshesEmbedOptions => plainOptions(typeof options === 'function' ? options() : options);
  const embed = createMeshesEmbed(untrack(read));
  const follow = createSubscriber(embed.subscribe);

  function attach(element: HTMLElement): () => void {
    // An effect of its own, so that new options leave the iframe where it is; at once, so that none is launched for old ones.
    $effect.pre(() => {
      const latest = read();
      untrack(() => embed.update(latest));
    });
    return untrack(() => embed.mount(element));
  }
  function view(): EmbedView {
    follow();
    return embed.getSnapshot();
  }
  return Object.defineProperty(Object.assign(attach, handleOf(embed)), 'view', { get: view }) as MeshesEmbedAttachment;
}
