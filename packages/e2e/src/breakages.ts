import { createMeshesEmbed, type MeshesEmbed, type MeshesEmbedOptions } from '@meshes-embed/core';

type Create = typeof createMeshesEmbed;

/** Options as an adapter hands them on that forgot one callback in its list. */
function withoutNavigate<Options extends Partial<MeshesEmbedOptions>>(options: Options): Options {
  return { ...options, onNavigate: undefined };
}

/** Does something the first time that the embed is live. */
function onceLive(embed: MeshesEmbed, act: () => void): MeshesEmbed {
  const stop = embed.subscribe(() => {
    if (embed.getSnapshot().status !== 'live') return;
    stop();
    act();
  });
  return embed;
}

/**
 * Mistakes that an adapter could make, each as the `createMeshesEmbed` that it would then seem to use. With one of them
 * built into a sample app, its column of the matrix has to fail: that proves that the scenarios see what they are for.
 */
export const breakages = {
  'dropped-callback': (options) => {
    const embed = createMeshesEmbed(withoutNavigate(options));
    return { ...embed, update: (changes) => embed.update(withoutNavigate(changes)) };
  },
  'auth-twice': (options) => {
    const embed = createMeshesEmbed(options);
    return onceLive(embed, () => embed.refresh());
  },
  'mint-twice': (options) => {
    const embed = createMeshesEmbed(options);
    return {
      ...embed,
      mount(...where) {
        const unmount = embed.mount(...where);
        embed.relaunch();
        return unmount;
      },
    };
  },
} satisfies Record<string, Create>;

/** The name of one of the {@link breakages}. */
export type Breakage = keyof typeof breakages;
