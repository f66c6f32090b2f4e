import { choiceKinds, choices } from './choices.ts';

/** Where a choice is remembered. */
export const storageKeyOf = (kind: string): string => `meshes-embed:${kind}`;

/** A script for the head of each page: sets what was chosen before anything is painted. Plain JavaScript for any browser. */
export function choiceScript(): string {
  const names = Object.fromEntries(choiceKinds.map((kind) => [kind, Object.keys(choices[kind])]));
  return `(function(){var all=${JSON.stringify(names)};for(var kind in all){var saved=null;try{saved=localStorage.getItem(${JSON.stringify(
    storageKeyOf(''),
  )}+kind)}catch(e){}document.documentElement.dataset[kind]=all[kind].indexOf(saved)<0?all[kind][0]:saved}})()`;
}
