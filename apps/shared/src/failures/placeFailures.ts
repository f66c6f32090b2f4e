import type { Failure } from './failure.ts';

const shared = { row: 'resize', at: 'launch', ends: 'told' } as const;

/** What may be wrong with the embed's place and height. */
export const placeFailures: readonly Failure[] = [
  {
    ...shared,
    code: 'height-missing',
    title: 'No height comes',
    happens: 'The embed never tells its height: the least height stands, and after 5 s that is told.',
    by: { faults: [{ fault: 'resize-never' }] },
  },
  {
    ...shared,
    code: 'minimum-too-small',
    title: 'The least height shows nothing',
    happens: 'minHeight is 120, and no height comes: next to nothing of the embed can be seen.',
    by: { faults: [{ fault: 'resize-never' }], options: { minHeight: 120 } },
  },
  {
    ...shared,
    code: 'height-overruled',
    title: 'A style sheet overrules the height',
    happens: 'A script of the page gives every iframe, wherever it is, another height than the embed got.',
    at: 'live',
    by: { sheet: 'iframe, ::part(iframe) { height: 240px !important; }' },
  },
  {
    ...shared,
    code: 'container-hidden',
    title: 'The embed is in a hidden place',
    happens: 'The page does not show what holds the embed; it stays live.',
    by: { sheet: '.failure-embed { display: none; }' },
  },
  {
    ...shared,
    code: 'height-loop',
    title: 'The height never comes to rest',
    happens: 'Each height is answered with a taller one: it is held in the end, and the embed scrolls inside.',
    at: 'live',
    by: { faults: [{ fault: 'resize-growing', step: 10, times: 1 }] },
  },
];
