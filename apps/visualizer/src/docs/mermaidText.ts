import type { ChartState, ChartTransition, MachineChart } from '../chart/machineChart.ts';

const idOf = (path: string): string => path.replaceAll('.', '_');

function labelOf(transitions: readonly ChartTransition[]): string {
  return transitions
    .map(({ event, guard }) => (guard === null ? event : `${event} [${guard.replaceAll(':', '')}]`))
    .join(', ');
}

/** A state's lines, those of the states inside of it included. */
function stateLines(chart: MachineChart, state: ChartState, indent: string): string[] {
  const inner = state.children.map((path) => chart.states.get(path)!);
  const first = inner.find(({ initial }) => initial);
  const lines = [
    ...(first ? [`[*] --> ${idOf(first.path)}`] : []),
    ...inner.flatMap((child) => stateLines(chart, child, '')),
  ];
  const own =
    state.path === ''
      ? lines
      : inner.length === 0
        ? [`state "${state.name}" as ${idOf(state.path)}`, ...(state.final ? [`${idOf(state.path)} --> [*]`] : [])]
        : [`state "${state.name}" as ${idOf(state.path)} {`, ...lines.map((line) => `  ${line}`), '}'];
  return own.map((line) => indent + line);
}

/** A chart as a Mermaid state diagram. What may happen in any state leaves a state of that name. */
export function mermaidText(chart: MachineChart): string {
  const arrows: string[] = [];
  for (const { path, transitions } of chart.states.values()) {
    const targets = new Set(transitions.flatMap(({ target }) => target ?? []));
    for (const target of targets)
      arrows.push(
        `${path === '' ? 'any' : idOf(path)} --> ${idOf(target)} : ${labelOf(transitions.filter((one) => one.target === target))}`,
      );
  }
  const root = chart.states.get('')!;
  return [
    'stateDiagram-v2',
    ...['state "any state" as any', ...stateLines(chart, root, ''), ...arrows].map((line) => `  ${line}`),
  ].join('\n');
}
