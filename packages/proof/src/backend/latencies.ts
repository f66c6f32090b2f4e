/** How long what took, by a name. */
export interface Latencies {
  add(name: string, ms: number): void;
  /** The time within which so large a share was done; NaN where nothing was. ms */
  within(name: string, share: number): number;
  count(name: string): number;
}

/** Keeps every one, so that none is rounded away. */
export function createLatencies(): Latencies {
  const all = new Map<string, number[]>();
  return {
    add(name, ms) {
      const known = all.get(name);
      if (known) known.push(ms);
      else all.set(name, [ms]);
    },
    within(name, share) {
      const sorted = Float64Array.from(all.get(name) ?? []).sort();
      return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
    },
    count: (name) => all.get(name)?.length ?? 0,
  };
}
