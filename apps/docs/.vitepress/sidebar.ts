import type { DefaultTheme } from 'vitepress';
import { codesBySymptom } from '../src/codesBySymptom.ts';
import { packageNames } from '../src/gather/sources.ts';
import { referencePages } from '../src/reference.ts';

type Group = DefaultTheme.SidebarItem;

const learn: Group[] = [
  {
    text: 'Begin',
    items: [
      { text: 'Start here', link: '/start' },
      { text: 'Try it in this page', link: '/live' },
      { text: 'From a hand-written embed', link: '/guides/from-quickstart' },
      { text: 'When it does not work', link: '/guides/when-it-fails' },
    ],
  },
  {
    text: 'In your page',
    items: [
      { text: 'Deep links, with your router', link: '/guides/routers' },
      { text: 'Loading and problems of your own', link: '/guides/displays' },
      { text: 'Instant: keep and preload', link: '/guides/instant' },
      { text: 'Dark mode and branding', link: '/guides/branding' },
      { text: 'Another language', link: '/guides/language' },
      { text: 'Users, workspaces, sign-out', link: '/guides/users' },
      { text: 'Other frameworks', link: '/guides/frameworks' },
    ],
  },
  {
    text: 'With your backend',
    items: [
      { text: 'Bearer tokens and CSRF', link: '/guides/tokens' },
      { text: 'An API on another origin', link: '/guides/other-origin' },
      { text: 'Content-Security-Policy', link: '/guides/csp' },
      { text: 'Server rendering, no secrets', link: '/guides/server-rendering' },
    ],
  },
  {
    text: 'Before and after release',
    items: [
      { text: 'Tests, Storybook, Playwright', link: '/guides/testing' },
      { text: 'Error tracking, analytics', link: '/guides/error-tracking' },
      { text: 'Deployment, by host', link: '/operate/hosts' },
      { text: 'The doctor', link: '/operate/doctor' },
      { text: 'The visualizer', link: '/operate/visualizer' },
      { text: 'Public API', link: '/operate/public-api' },
      { text: 'Upgrading', link: '/operate/upgrading' },
    ],
  },
  {
    text: 'Understand',
    items: [
      { text: 'How it works', link: '/understand/how-it-works' },
      { text: 'The protocol, in steps', link: '/understand/protocol' },
      { text: 'The machines', link: '/understand/machine' },
      { text: 'Proof in figures', link: '/understand/proof' },
      { text: 'Speed', link: '/understand/speed' },
      { text: 'Security', link: '/understand/security' },
      { text: 'Compared with other ways', link: '/understand/compare' },
      { text: 'Architecture', link: '/understand/architecture' },
      { text: 'Adding a framework', link: '/understand/adding-a-framework' },
      { text: 'Glossary', link: '/understand/glossary' },
    ],
  },
];

/** A package's name without what all of them begin with. */
const shortName = (name: string): string => name.replace('@meshes-embed/', '');

const reference: Group[] = [
  {
    text: 'Packages',
    items: packageNames.map((name) => ({ text: name, link: `/packages/${name}` })),
  },
  {
    text: 'From the docstrings',
    items: [
      { text: 'Overview', link: '/reference/' },
      ...referencePages.map(({ page, title }) => ({ text: shortName(title), link: `/reference/${page}` })),
    ],
  },
];

const errors: Group[] = [
  { text: 'Errors', link: '/errors/' },
  ...codesBySymptom.map(({ title, codes }) => ({
    text: title,
    items: codes.map((code) => ({ text: code, link: `/errors/${code}` })),
  })),
];

/** What the pages' side lists, by the first part of their address. */
export const sidebar: DefaultTheme.SidebarMulti = {
  '/errors/': errors,
  '/reference/': reference,
  '/packages/': reference,
  '/': learn,
};
