import { hostMachine, frameMachine } from '@meshes-embed/core/machine';
import { layOut, type ChartLayout } from './chartLayout.ts';
import { machineChart, type MachineChart } from './machineChart.ts';

/** The machines that are shown, and whose side each one is. */
export const machines = [
  { side: 'host', title: 'Host side', chart: machineChart(hostMachine) },
  { side: 'frame', title: 'Embed side', chart: machineChart(frameMachine) },
] as const satisfies readonly { side: string; title: string; chart: MachineChart }[];

export type Side = (typeof machines)[number]['side'];

/** Traces and simulations are of the host's side. */
export const hostChart: MachineChart = machines[0].chart;

/** Both charts, laid out. */
export async function layOutCharts(): Promise<Readonly<Record<Side, ChartLayout>>> {
  const [host, frame] = await Promise.all(machines.map(({ chart }) => layOut(chart)));
  return { host: host!, frame: frame! };
}
