import { expect, test, vi } from 'vitest';
import { sayMistakes } from '../../src/development/sayMistakes.ts';
import { traceVersion, type TraceEvent } from '../../src/inspect/index.ts';

test('a mistake of the page is said once, with its code; what the embed recovers from is not', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const listeners: ((event: TraceEvent) => void)[] = [];
  sayMistakes({ observe: (listener) => (listeners.push(listener), () => {}) });
  const problem = (name: string): void =>
    listeners.forEach((listener) => listener({ version: traceVersion, index: 0, at: 0, kind: 'problem', name }));
  for (const code of ['page-unknown', 'frame-removed', 'page-unknown', 'host-loops']) problem(code);
  expect(warn.mock.calls.map(([text]) => String(text).slice(0, 30))).toEqual([
    'Meshes embed: page-unknown: Th',
    'Meshes embed: host-loops: Your',
  ]);
  warn.mockRestore();
});
