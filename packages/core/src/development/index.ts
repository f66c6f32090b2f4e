import { diagnose } from '../diagnostics/diagnose.ts';
import { makeEmbed } from '../embed/makeEmbed.ts';
import type { MeshesEmbed, PreloadOptions } from '../embed/meshesEmbed.ts';
import { MeshesEmbedError } from '../embed/meshesEmbedError.ts';
import type { MeshesEmbedOptions } from '../embed/options.ts';
import { hasSource } from '../embed/sessionSource.ts';
import { checkOptions } from './checkOptions.ts';
import { sayFailedChecks } from './sayFailedChecks.ts';
import { sayMistakes } from './sayMistakes.ts';
import { sayWaiting } from './sayWaiting.ts';
import { tellProblem } from './tellProblem.ts';

export type * from '../index.ts';
export { MeshesEmbedError } from '../embed/meshesEmbedError.ts';

/**
 * Makes an embed, as `createMeshesEmbed` does everywhere, that tells problems and refusals in full words, has the checks
 * in its diagnosis, and says on the console which of them fail. Bundlers take this entry for a build in development
 * mode, by the condition `development`; other builds hold nothing of it.
 *
 * @throws MeshesEmbedError `bad-option`
 */
export function createMeshesEmbed(initial: MeshesEmbedOptions): MeshesEmbed {
  const made = makeEmbed(initial, { tellProblem, checkOptions });
  let options = initial;
  let place: HTMLElement | undefined;
  const lookLater = sayWaiting(
    () => place?.isConnected === true && !hasSource(options) && made.getSnapshot().status === 'idle',
  );
  const embed: MeshesEmbed = {
    ...made,
    mount(container, how) {
      if (made.getSnapshot().status === 'closed')
        throw new MeshesEmbedError('destroyed', 'mount: this embed was destroyed; create another one');
      if (container?.nodeType !== 1)
        throw new MeshesEmbedError('bad-container', 'mount: expected an HTML element as the container');
      place = container;
      lookLater();
      return made.mount(container, how);
    },
    update(changes) {
      made.update(changes);
      options = { ...options, ...changes };
    },
    diagnose: () => diagnose(made),
  };
  sayFailedChecks(embed);
  sayMistakes(embed);
  return embed;
}

/**
 * Launches an embed out of sight, as `preload` does everywhere.
 *
 * @throws MeshesEmbedError `bad-option`
 */
export function preload(options: MeshesEmbedOptions, how?: PreloadOptions): void {
  createMeshesEmbed(options).preload(how);
}
