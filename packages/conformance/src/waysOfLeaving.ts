/**
 * What becomes of an embed with `keepAlive` that leaves so: it is there at once when it comes back, in any browser where its
 * container stays, else in one that can move an iframe; or it is launched again.
 */
export type Becomes = 'kept' | 'kept in its place' | 'launched again';

/**
 * Every way in which a framework's page takes an embed out, and what becomes of it where the browser can move an iframe. Each
 * adapter's tests play its ways, and fail where one of them has no play; the docs show this very list.
 */
export const waysOfLeaving = {
  react: {
    'it is no longer rendered': 'kept',
    'another key': 'kept',
    'what it is in is no longer rendered': 'kept',
    '`root.unmount()`': 'kept',
    'an error boundary shows something else': 'kept',
    'hidden by `<Activity>`, and shown': 'kept in its place',
    'suspended, and shown': 'kept in its place',
    '`useMeshesEmbed` in a component that goes': 'kept',
  },
  vue: {
    '`v-if` of the component': 'kept',
    'another key': 'kept',
    '`v-if` of what it is in': 'kept',
    '`app.unmount()`': 'kept',
    '`useMeshesEmbed` in a component that goes': 'kept',
    '`useMeshesEmbed` where only its container goes': 'launched again',
    '`<KeepAlive>`': 'launched again',
  },
  svelte: {
    '`{#if}` of the component': 'kept',
    '`{#key}`': 'kept',
    '`{#if}` of what it is in': 'kept',
    '`unmount()` of the whole': 'launched again',
    'the attachment, `{@attach}`': 'launched again',
  },
  element: {
    '`park()`, then `remove()`': 'kept',
    '`remove()`, or whatever takes it out without `park()`': 'launched again',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Becomes>>>>;

/** The plays of a framework's ways: each takes an embed out, and puts one in again. */
export type LeavingPlays<Framework extends keyof typeof waysOfLeaving> = Readonly<
  Record<keyof (typeof waysOfLeaving)[Framework], () => Promise<void>>
>;
