import { expect, test } from 'vitest';
import { commandFault } from '../checks/readmeCommands.ts';

const layers = ['lint', 'unit'];

test.each([
  'npm test',
  'npm test -- unit',
  'npm run demo',
  'npm install @meshes-embed/react',
  'npm install -D @meshes-embed/sandbox',
  'npx meshes-sandbox --json',
  'npx @meshes-embed/doctor --help',
  'pnpm dlx @meshes-embed/doctor',
  'npm exec --no -- meshes-sandbox --json',
  'pnpm exec meshes-sandbox',
  'cd meshes-embed',
  'A_CHOICE=one npm test',
])('%s is known', (line) => {
  expect(commandFault(line, layers)).toBeNull();
});

test.each([
  ['npm test -- everything', /no layer everything/],
  ['npm run nothing', /no script nothing/],
  ['npm install @meshes-embed/nothing', /no package @meshes-embed\/nothing/],
  ['npx nothing', /no command nothing/],
  ['npx @meshes-embed/node', /no command @meshes-embed\/node/],
  ['pnpm dlx @meshes-embed/node', /no package with a command/],
  ['npm exec --no -- nothing', /no command nothing/],
  ['npm exec meshes-sandbox', /is no command/],
  ['pnpm exec nothing', /no command nothing/],
  ['npm tests', /is no command/],
  ['A_CHOICE=one npm tests', /is no command/],
  ['curl http://localhost', /is no command/],
])('%s is at fault', (line, message) => {
  expect(commandFault(line, layers)).toMatch(message);
});
