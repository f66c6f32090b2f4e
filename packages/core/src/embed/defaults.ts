import { launchPages, type LaunchPage } from '../protocol/pages.ts';
import type { EmbedSettings } from './options.ts';

const defaultMinHeight = 480;
const defaultMaxHeight = 20_000;

/** The page to launch: an unknown one, as it may come from an address, is the dashboard. */
export function pageOf(page: unknown): LaunchPage {
  return launchPages.find((known) => known === page) ?? launchPages[0]!;
}

/** The least and the greatest height; in a container that is to be filled, none is the least. CSS px */
export function boundsOf({ fit, minHeight = fit === 'container' ? 0 : defaultMinHeight, maxHeight = defaultMaxHeight }: EmbedSettings): { min: number; max: number } {
  return { min: minHeight, max: maxHeight };
}
