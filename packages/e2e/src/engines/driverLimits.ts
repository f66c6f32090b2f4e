import type { EngineName } from './startEngine.ts';

/** Something that an engine's driver does not give, though the engine may. */
export interface DriverLimit {
  readonly engine: EngineName;
  readonly feature: string;
  readonly why: string;
}

/** What the drivers cannot do. Every call of `Engine` and `EnginePage` works in each of them. */
export const driverLimits: readonly DriverLimit[] = [
  {
    engine: 'chromium',
    feature: 'back/forward cache',
    why: 'It is switched off: each document is loaded by itself, and none that a page left goes on.',
  },
  {
    engine: 'chromium',
    feature: 'a tab hidden by another',
    why: 'Without windows, Chromium shows every tab, and every tab is told that it has the focus.',
  },
  {
    engine: 'firefox',
    feature: 'frames in a process of their own',
    why: 'The pointer of WebDriver BiDi does not reach into them, so Firefox is told to keep them with the page.',
  },
  {
    engine: 'webkit',
    feature: 'a tab hidden by another',
    why: 'Tabs are windows side by side: all are visible, and the last one opened has the focus.',
  },
  {
    engine: 'webkit',
    feature: 'locale',
    why: 'WebKitGTK takes it from the C library: en-GB where the machine has en_GB.UTF-8, else en-US.',
  },
  {
    engine: 'webkit',
    feature: 'calls into a frame that its windows do not notice',
    why: 'WebDriver enters a frame by focusing it: both windows see a blur and a focus, though the focus ends up where it was.',
  },
];
