import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@babel/core';
import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import { expect, test } from 'vitest';

const sources = join(import.meta.dirname, '../src');

interface CompilerEvent {
  readonly kind: string;
  readonly fnName?: string | null;
  readonly detail?: { readonly reason?: string };
}

/** What React Compiler did with a source, function by function: nothing thrown, nothing skipped quietly. */
function compile(source: string, filename: string): readonly CompilerEvent[] {
  const events: CompilerEvent[] = [];
  const logger = { logEvent: (_file: string, event: CompilerEvent) => void events.push(event) };
  transformSync(source, {
    filename,
    configFile: false,
    babelrc: false,
    presets: ['@babel/preset-typescript'],
    parserOpts: { plugins: ['jsx'] },
    plugins: [['babel-plugin-react-compiler', { logger }]],
  });
  return events;
}

test('4.5: React Compiler compiles every component and hook', () => {
  const compiled = readdirSync(sources).flatMap((file) =>
    compile(readFileSync(join(sources, file), 'utf8'), join(sources, file)).map(({ kind, detail }) =>
      `${file}: ${kind} ${detail?.reason ?? ''}`.trim(),
    ),
  );
  expect(compiled.toSorted()).toEqual(
    [
      'MeshesEmbed.tsx',
      'OwnProblem.tsx',
      'ProblemDisplay.tsx',
      'RetryButton.tsx',
      'useMeshesEmbed.ts',
      'useStylesByScript.ts',
    ].map((file) => `${file}: CompileSuccess`),
  );
});

test('what it cannot compile is noticed', () => {
  const skipped = 'import { useRef } from "react"; export function Skipped() { return useRef(1).current; }';
  expect(compile(skipped, 'Skipped.jsx')).toEqual([expect.objectContaining({ kind: 'CompileError' })]);
});

test('eslint-plugin-react-hooks has nothing to say', async () => {
  const rules: Linter.RulesRecord = reactHooks.configs.flat['recommended-latest'].rules;
  const eslint = new ESLint({
    cwd: join(sources, '..'),
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.{ts,tsx}'],
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
        plugins: { 'react-hooks': { rules: reactHooks.rules } },
        rules,
      },
    ],
  });
  const results = await eslint.lintFiles(['src']);
  expect(results.length).toBeGreaterThan(5);
  expect(results.flatMap(({ filePath, messages }) => messages.map(({ message }) => `${filePath}: ${message}`))).toEqual(
    [],
  );
  const [bad] = await eslint.lintText('export function Bad({ on }) { if (on) useState(1); }', {
    filePath: 'src/Bad.tsx',
  });
  expect(bad?.messages.map(({ ruleId }) => ruleId)).toEqual(['react-hooks/rules-of-hooks']);
});
