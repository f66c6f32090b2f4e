import { transitionsOf, type MachineChart } from '../chart/machineChart.ts';

/** The innermost states that no transition leaves, though they are not final. */
export function deadEnds(chart: MachineChart): readonly string[] {
  return [...chart.states.values()]
    .filter(
      ({ path, children, final }) =>
        children.length === 0 &&
        !final &&
        !transitionsOf(chart, path).some(({ target }) => target !== null && target !== path),
    )
    .map(({ path }) => path);
}
