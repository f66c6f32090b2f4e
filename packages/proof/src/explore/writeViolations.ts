import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeTrace } from '@meshes-embed/core/inspect';
import { traceOf } from './traceOf.ts';
import type { Violation } from './violation.ts';

/** Where traces of violations are written. */
const folder = new URL('../../test-results/explore/', import.meta.url);

/** Writes each violation as a trace that the visualizer opens. @returns the files, from the workspace's folder */
export function writeViolations(violations: readonly Violation[]): readonly string[] {
  if (violations.length > 0) mkdirSync(folder, { recursive: true });
  return violations.map((violation) => {
    const name = `${violation.rule.toLowerCase().replaceAll(/\W+/g, '-')}.json`;
    writeFileSync(fileURLToPath(new URL(name, folder)), writeTrace(traceOf(violation)));
    return `packages/proof/test-results/explore/${name}`;
  });
}
