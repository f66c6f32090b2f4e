import type { CDPSession } from 'playwright';

/** What is in use once all garbage is gone. */
export interface Memory {
  /** Objects, functions, arrays and texts of the page and its frames, without the browser's compiled code. Bytes */
  readonly objects: number;
  /** All of the heap of JavaScript. Bytes */
  readonly heap: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly documents: number;
}

/** The part that is read of a heap snapshot: numbers, so many for each node. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly (readonly string[])[] };
  };
  readonly nodes: readonly number[];
}

/** What a page's own code makes; the rest is the engine's: code that it compiles the more, the longer a page runs. */
const made = [
  'object',
  'closure',
  'array',
  'string',
  'concatenated string',
  'sliced string',
  'number',
  'bigint',
  'regexp',
  'symbol',
];

async function objectsOf(session: CDPSession): Promise<number> {
  let text = '';
  const take = ({ chunk }: { readonly chunk: string }): void => {
    text += chunk;
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot', {});
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  const { snapshot, nodes } = JSON.parse(text) as HeapSnapshot;
  const fields = snapshot.meta.node_fields;
  const types = snapshot.meta.node_types[0]!;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let sum = 0;
  for (let node = 0; node < nodes.length; node += fields.length)
    if (made.includes(types[nodes[node + type]!]!)) sum += nodes[node + size]!;
  return sum;
}

/** @param session - with the domain `Performance` on */
export async function memoryOf(session: CDPSession): Promise<Memory> {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)!.value;
  return {
    objects: await objectsOf(session),
    heap: value('JSHeapUsedSize'),
    listeners: value('JSEventListeners'),
    nodes: value('Nodes'),
    documents: value('Documents'),
  };
}
