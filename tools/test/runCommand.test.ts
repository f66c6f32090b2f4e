import { expect, test } from 'vitest';
import { runCommand } from '../workspace/runCommand.ts';

const node = (script: string): ReturnType<typeof runCommand> =>
  runCommand(process.execPath, ['-e', script], { quiet: true, environment: { WANTED: 'seen' } });

test('the exit code and both streams come back', async () => {
  expect(await node('console.log(process.env.WANTED); console.error("told"); process.exitCode = 3;')).toEqual({
    code: 3,
    output: expect.stringMatching(/seen[^]*told|told[^]*seen/),
  });
});

test('what a signal ended has not succeeded', async () => {
  expect((await node('process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000);')).code).toBe(1);
});

test('a command that does not exist is told by its name', async () => {
  await expect(runCommand('no-such-command', [], { quiet: true })).rejects.toThrow(
    /no-such-command could not be started/,
  );
});
