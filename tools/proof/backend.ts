import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultyMeshes, ForeignServer, HandlerRun } from '@meshes-embed/proof/backend';
import { freePort } from '@meshes-embed/app-demo/free-port';
import { startHostServer } from '../checks/serverRendering/hostServer.ts';
import { hosts, type Host } from '../hosts/hosts.ts';
import { installHosts } from '../hosts/installHosts.ts';
import { buildHost, versionOf } from '../hosts/playHosts.ts';
import type { Figure, ProofPart } from './part.ts';

/** How long the replicas are under load, and how long each of the other runtimes. Minutes */
const wanted = 20;
const wantedOfOthers = 5;
/** The runtimes besides Node, as `tools/hosts/hosts.ts` names them. */
const others = ['bun', 'workers'];
/** By so much a process may grow from the first quarter to the end. */
const maxGrowth = 0.05;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** What has to hold in every runtime. */
function answersOf(where: string, { ledger, seconds }: HandlerRun): Figure[] {
  const { answers, faults, compared } = ledger;
  const all = [...answers.values()].reduce((sum, count) => sum + count, 0);
  const statuses = [...answers].toSorted().map(([status, count]) => `${status}: ${count}`);
  const none = (kind: string): Figure => {
    const found = faults.get(kind);
    return {
      name: `${where}, ${kind}`,
      value: found ? `${found.count}, as ${found.example}` : '0',
      target: '0',
      holds: found === undefined,
    };
  };
  return [
    { name: `${where}, requests`, value: `${all}, ${Math.round(all / seconds)} a second` },
    { name: `${where}, answers by status`, value: statuses.join(', ') },
    { name: `${where}, sessions compared with who asked`, value: `${compared}` },
    none('wrong session'),
    none('no answer'),
    none('unexpected answer'),
  ];
}

function memoryOf(where: string, what: string, grown: number, holds?: boolean): Figure {
  const target = `at most ${percent(maxGrowth)}`;
  return {
    name: `${where}, growth of ${what} from the first quarter to the end`,
    value: percent(grown),
    ...(holds !== undefined && { target, holds }),
  };
}

/** The resident memory of a process and all that it has started. Bytes */
function rssOfGroup(group: number): number {
  const pages = globSync('/proc/[0-9]*/stat').flatMap((file) => {
    try {
      // What follows the name, which stands in parentheses and may hold anything.
      const fields = readFileSync(file, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return Number(fields[2]) === group ? [Number(fields[21])] : [];
    } catch {
      // It has ended since.
      return [];
    }
  });
  return pages.reduce((sum, count) => sum + count, 0) * 4_096;
}

async function serveOther(
  host: Host,
  folder: string,
  meshes: FaultyMeshes,
  run: (server: ForeignServer) => Promise<HandlerRun>,
): Promise<HandlerRun> {
  const port = await freePort(4_800);
  const environment = {
    ...host.environment?.(port),
    PORT: String(port),
    MESHES_ORGANIZATION_ID: meshes.organizationId,
    MESHES_ACCESS_KEY: meshes.accessKey,
    MESHES_SECRET_KEY: meshes.secretKey,
    MESHES_BASE_URL: meshes.url,
    WORKSPACE_ID: meshes.workspaces[0] ?? '',
  };
  const url = `http://127.0.0.1:${port}`;
  const isUp = (): Promise<boolean> =>
    fetch(`${url}/api/meshes/sessions`).then(
      () => true,
      () => false,
    );
  const server = await startHostServer(host.start(port), join(folder, host.folder), url, environment, isUp);
  try {
    return await run({ port, mount: host.mount ?? '/api/meshes', rss: () => rssOfGroup(server.pid) });
  } finally {
    await server.stop();
  }
}

/** The session handler under load, while Meshes fails and replicas end. */
export const backend: ProofPart = {
  name: 'backend',
  title: 'The backend under load and fault',
  about: `The session handler against the sandbox, which stands behind something that delays, refuses (429 and 5xx), resets, cuts
and loses answers, all drawn from the seed. 96 users ask three replicas as fast as they are answered; two of these are killed
and started without end, the third one's memory is measured. Each session is compared with who asked, and at the end with
what Meshes itself says of it. A bare proxy, which only signs and passes on, serves 32 users in the same run. Then the
same handler, as packed, in Bun and in workerd, which are not killed. \`--minutes\` is how long the replicas are under load; the
others are for a quarter of that.`,
  async run({ seed, short, minutes = short ? 0.5 : wanted }) {
    const { growth, runForeign, runReplicas, startFaultyMeshes } = await import('@meshes-embed/proof/backend');
    const minutesOfOthers = (minutes * wantedOfOthers) / wanted;
    const figures: Figure[] = [
      {
        name: 'minutes under load',
        value: `${minutes}`,
        ...(!short && { target: `${wanted}`, holds: minutes >= wanted }),
      },
    ];
    const versions: Record<string, string> = {};
    const notes: string[] = [];

    const meshes = await startFaultyMeshes(seed);
    try {
      const run = await runReplicas(meshes, { seed, minutes });
      const { latencies, memory, kills, lookedUp, ledger } = run;
      figures.push(
        ...answersOf('Node', run),
        { name: 'Node, sessions whose owner Meshes was asked for', value: `${lookedUp} of ${ledger.owners.size}` },
        { name: 'Node, replicas killed and started', value: `${kills}` },
      );
      const heap = growth(memory, (sample) => sample.heap ?? Number.NaN);
      const rss = growth(memory, (sample) => sample.rss);
      figures.push(
        memoryOf('Node', 'the heap after collection', heap, heap <= maxGrowth),
        memoryOf('Node', 'resident memory', rss, rss <= maxGrowth),
      );
      for (const action of ['mint', 'refresh']) {
        const [own, bare] = [latencies.within(`handler ${action}`, 0.99), latencies.within(`bare ${action}`, 0.99)];
        const [ownHalf, bareHalf] = [
          latencies.within(`handler ${action}`, 0.5),
          latencies.within(`bare ${action}`, 0.5),
        ];
        figures.push({
          name: `Node, p99 of a ${action}`,
          value: `${Math.round(own)} ms, ${(own / bare).toFixed(2)} times the bare proxy's; median ${Math.round(ownHalf)} ms, ${(ownHalf / bareHalf).toFixed(2)} times`,
        });
      }
      const drawn = Object.entries(await meshes.counts()).map(([name, count]) => `${name} ${count}`);
      notes.push(`What Meshes did, in the last run: ${drawn.join(', ')}.`);
    } finally {
      await meshes.stop();
    }

    if (!short) {
      const chosen = hosts.filter(({ name }) => others.includes(name));
      const folder = await installHosts(chosen);
      for (const host of chosen) {
        await buildHost(host, folder);
        versions[host.title] = versionOf(host, folder);
        const behind = await startFaultyMeshes(seed);
        try {
          const run = await serveOther(host, folder, behind, (server) =>
            runForeign(server, { seed, minutes: minutesOfOthers }),
          );
          figures.push(
            ...answersOf(host.title, run),
            memoryOf(
              host.title,
              'resident memory',
              growth(run.memory, (sample) => sample.rss),
            ),
          );
        } finally {
          await behind.stop();
        }
      }
    }
    return { figures, versions, notes };
  },
};
