import { callbackNames, settingNames } from '@meshes-embed/core/adapter';

/** An adapter, and what it is held to. */
export interface Adapter {
  name: string;
  /** How its framework's people write an event's name. */
  eventName(callback: string): string;
  /** So many lines of code it may have, without blank ones and comments. */
  lines: number;
}

const withoutOn = (callback: string): string => callback.slice('on'.length);

/** Every adapter. A new one is one more row. */
export const adapters: Adapter[] = [
  { name: 'react', eventName: (callback) => callback, lines: 120 },
  { name: 'vue', eventName: (callback) => withoutOn(callback).replaceAll(/(?<!^)[A-Z]/g, '-$&').toLowerCase(), lines: 120 },
  { name: 'svelte', eventName: (callback) => callback.toLowerCase(), lines: 120 },
  // It has no framework under it: attributes, properties, events and displays are its own to make.
  { name: 'element', eventName: (callback) => withoutOn(callback).toLowerCase(), lines: 200 },
];

/** What an adapter calls the embed's options. */
export function optionsOf({ eventName }: Adapter): { settings: string[]; events: string[] } {
  return { settings: [...settingNames], events: callbackNames.map(eventName) };
}
