import * as actions from './hostActions.ts';
import { hostMachine as machine } from './hostMachine.ts';

/** XState's own functions, which the actions are, have no names of their own. */
function named(): typeof machine {
  for (const [name, action] of Object.entries(actions)) Object.defineProperty(action, 'name', { value: name });
  return machine;
}

/**
 * The host's side of the embed's lifecycle, its actions under the names of its table: for all that draw it, simulate it, or
 * look on. It decides everything and touches nothing: the code that runs it provides the actors `fetchSession` and
 * `refreshSession`, and the actions that it names without having them, such as `showFrame`. No token and no launch URL is
 * ever inside.
 */
export const hostMachine = named();
