import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { sizes } from './chartSizes.ts';
import type { ChartState, MachineChart } from './machineChart.ts';
import { stateCard, type StateCard } from './stateCard.ts';

/** A state in its place. CSS px */
export interface PlacedState {
  readonly state: ChartState;
  readonly card: StateCard;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** All transitions from one state to another, as one line. */
export interface PlacedEdge {
  readonly source: string;
  readonly target: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** A chart in which everything has its place. */
export interface ChartLayout {
  readonly chart: MachineChart;
  readonly width: number;
  readonly height: number;
  readonly states: readonly PlacedState[];
  readonly edges: readonly PlacedEdge[];
}

const layoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '20',
  'elk.spacing.edgeEdge': '8',
  'elk.spacing.edgeNode': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeNodeBetweenLayers': '8',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  // Of all that were tried, these make the smallest picture of this machine, and it is wide like a screen.
  'elk.layered.cycleBreaking.strategy': 'GREEDY',
  'elk.layered.layering.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  'elk.layered.mergeEdges': 'true',
  'elk.randomSeed': '1',
  'elk.padding': '[top=4,left=4,bottom=4,right=4]',
};

/** Of the layout, the frame of the whole machine is a card like any other. */
const rootCard = 'machine';

function nodeOf(chart: MachineChart, cards: ReadonlyMap<string, StateCard>, path: string): ElkNode {
  const state = chart.states.get(path)!;
  const { width, height } = cards.get(path)!;
  if (state.children.length === 0) return { id: path, width, height };
  const { inset } = sizes;
  return {
    id: path,
    layoutOptions: {
      'elk.padding': `[top=${height + 4},left=${inset},bottom=${inset},right=${inset}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${width},${height})`,
    },
    children: state.children.map((child) => nodeOf(chart, cards, child)),
  };
}

/** Lays a chart out: no two cards and no line and card overlap. */
export async function layOut(chart: MachineChart): Promise<ChartLayout> {
  const root = chart.states.get('')!;
  const cards = new Map([...chart.states].map(([path, state]) => [path, stateCard(state)]));
  const edges = new Map<string, ElkExtendedEdge>();
  for (const state of chart.states.values()) {
    for (const { target } of state.transitions) {
      if (target === null || target === state.path) continue;
      const id = `${state.path}>${target}`;
      edges.set(id, { id, sources: [state.path || rootCard], targets: [target] });
    }
  }
  const { width, height } = cards.get('')!;
  const placed: ElkNode = await new ELK().layout({
    id: 'chart',
    layoutOptions,
    children: [
      ...(root.transitions.length > 0 ? [{ id: rootCard, width, height }] : []),
      ...root.children.map((child) => nodeOf(chart, cards, child)),
    ],
    edges: [...edges.values()],
  });
  return { chart, width: placed.width ?? 0, height: placed.height ?? 0, ...collect(chart, cards, placed) };
}

function collect(
  chart: MachineChart,
  cards: ReadonlyMap<string, StateCard>,
  placed: ElkNode,
): Pick<ChartLayout, 'states' | 'edges'> {
  const states: PlacedState[] = [];
  const origins = new Map<string, { x: number; y: number }>();
  const visit = (node: ElkNode, left: number, top: number): void => {
    const [x, y] = [left + (node.x ?? 0), top + (node.y ?? 0)];
    origins.set(node.id, { x, y });
    const state = chart.states.get(node.id === rootCard ? '' : node.id);
    if (state && node.id !== 'chart')
      states.push({ state, card: cards.get(state.path)!, x, y, width: node.width ?? 0, height: node.height ?? 0 });
    for (const child of node.children ?? []) visit(child, x, y);
  };
  visit(placed, 0, 0);
  const edges = (placed.edges ?? []).map((edge): PlacedEdge => {
    const [source = '', target = ''] = edge.id.split('>');
    const { x, y } = origins.get((edge as { container?: string }).container ?? 'chart') ?? { x: 0, y: 0 };
    const points = (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
      startPoint,
      ...bendPoints,
      endPoint,
    ]);
    return { source, target, points: points.map((point) => ({ x: x + point.x, y: y + point.y })) };
  });
  return { states, edges };
}
