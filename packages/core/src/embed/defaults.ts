import { launchPages, type LaunchPage } from '../protocol/pages.ts';
import type { EmbedSettings } from './options.ts';

const defaultMinHeight = 480;
const defaultMaxHeight = 20_000;

/** The page to launch: an unknown one, as it may come from an address, is the dashboard. */
export function pageOf(page: unknown): LaunchPage {
  return launchPages.find((known) => known === page) ?? launchPages[0]!;
}

/** The least and the greatest height. CSS px */
export function boundsOf({ minHeight = defaultMinHeight, maxHeight = defaultMaxHeight }: EmbedSettings): { min: number; max: number } {
  return { min: minHeight, max: maxHeight };
}
