/**
 * What the adapters share: a seam of this workspace, in step with them, and no API for others.
 *
 * @internal
 * @module
 */

export { callbackNames, settingNames } from '../embed/options.ts';
export { textsOf, type EmbedTexts } from '../problem/texts.ts';
export { idleView } from '../view/view.ts';
export {
  displaysOf,
  displayStyle,
  ownDisplayStyle,
  placeStyle,
  type Displays,
  type ProblemDisplayProps,
} from './displays.ts';
export { handleOf, type MeshesEmbedHandle } from './handle.ts';
export { isOption, pickOptions, withoutOptions, type PropName } from './pickOptions.ts';
export { inNextTask } from '../shared/inNextTask.ts';
export { keepFocus } from './keepFocus.ts';
export { retryInside } from './retryInside.ts';
