import type { LaunchPage } from '@meshes-embed/core/protocol';
import type { View } from './screenSettings.ts';

/** One entry of the product's own navigation. */
export interface ProductLink {
  readonly label: string;
  /** The path of a 20 by 20 drawing, stroked. */
  readonly icon: string;
  /** What it shows; nothing where it is a label only. */
  readonly view?: View;
}

/** The product that all sample apps are. */
export const productName = 'Brightcart';

/** The product around the embed. Only Integrations, and what can go wrong with it, are more than labels. */
export const productLinks: readonly ProductLink[] = [
  { label: 'Home', icon: 'M3 9.5 10 3.5l7 6M5 8.5v8h10v-8' },
  { label: 'Orders', icon: 'M4 5h12l-1 11H5zM7.5 8V4.5a2.5 2.5 0 0 1 5 0V8' },
  { label: 'Customers', icon: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.5a6 6 0 0 1 12 0' },
  { label: 'Integrations', icon: 'M7 3.5V7M13 3.5V7M5 7h10v2.5a5 5 0 0 1-10 0zM10 14.5v2.5', view: 'integrations' },
  { label: 'Reports', icon: 'M4 16.5V10M8 16.5V4M12 16.5V8M16 16.5v-4' },
  { label: 'What can go wrong', icon: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.2v.3', view: 'failures' },
];

/** The address of a view, with all else that the screen's address chooses. */
export function addressOf(view: View): string {
  const query = new URLSearchParams(location.search);
  for (const name of ['failure', 'isolated', 'policy']) query.delete(name);
  query.set('view', view);
  return `?${query}`;
}

/** The tabs of the integrations page: one with the embed, and one of the product's own. */
export const tabs = [
  { tab: 'integrations', label: 'Integrations' },
  { tab: 'settings', label: 'Settings' },
] as const;

/** The name of a tab. */
export type Tab = (typeof tabs)[number]['tab'];

/** What the product's own tab says. */
export const settingsText = 'A page of the product, without an embed. Go back: it is there at once, as it was left.';

/** The pages of the embed, as the screen's links name them. */
export const pageLabels: Readonly<Record<LaunchPage, string>> = {
  dashboard: 'Dashboard',
  connections: 'Connections',
  rules: 'Rules',
  events: 'Events',
};
