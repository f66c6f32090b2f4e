import { layOutCharts, machines } from '../chart/charts.ts';
import { chartSvg } from './chartSvg.tsx';
import { mermaidText } from './mermaidText.ts';

const introductions = {
  host: "What the toolkit does on the host's page, `hostMachine` of `@meshes-embed/core/machine`. Its outermost states are the statuses of the view; one with the tag `out` is `idle` there.",
  frame: "The embed's own side of the protocol, `frameMachine`.",
} as const;

/** Everything in docs/ that is drawn from the machines, by its path from there. */
export async function chartDocuments(): Promise<ReadonlyMap<string, string>> {
  const layouts = await layOutCharts();
  const sections = machines.map(
    ({ side, title, chart }) => `## ${title}

${introductions[side]}

![The chart of the ${title.toLowerCase()}](images/machine-${side}.svg)

\`\`\`mermaid
${mermaidText(chart)}
\`\`\`
`,
  );
  const page = `# The machines

Drawn from the machines themselves by the [visualizer](visualizer.md); \`npm run docs\` draws them again, and \`npm test -- unit\` fails
where they are stale. An arrow with a name heads the transitions that go to that state: their events, with the guard that has to
hold in brackets. Of several that could be taken, the first one is. What stays changes no more than the machine's memory.
\`DEADLINE\` is what the machine says to itself once the deadline of its state is over; \`WAKE\`, \`ONLINE\`, \`SHOW\` and \`HEARD\` look whether it
is, as timers sleep with the page. \`done\` and \`error\` are how the backend's answer ends.

${sections.join('\n')}`;
  return new Map([
    ['machine.md', page],
    ...machines.map(({ side }) => [`images/machine-${side}.svg`, chartSvg(layouts[side])] as const),
  ]);
}
