import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/index.ts';
import * as development from '../../src/development/index.ts';
import * as usual from '../../src/index.ts';

const waiting = { endpoint: undefined };
const bad = { minHeight: -1 };
const refusal = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    return String(error);
  }
  return 'it was taken';
};

test('the entry of development builds has what the usual one has', () => {
  expect(Object.keys(development).toSorted()).toEqual(Object.keys(usual).toSorted());
  expect(development.MeshesEmbedError).toBe(usual.MeshesEmbedError);
});

test('its embeds have the checks in their diagnosis, which those of other builds get by diagnose', () => {
  const [developed, made] = [development.createMeshesEmbed(waiting), usual.createMeshesEmbed(waiting)];
  const codes = (embed: usual.MeshesEmbed): string[] => embed.diagnose().checks.map(({ code }) => code);
  expect(codes(made)).toEqual([]);
  expect(codes(developed)).toEqual(diagnose(made).checks.map(({ code }) => code));
  expect(Object.keys(developed)).toEqual(Object.keys(made));
});

test('its embeds have the facts in their diagnosis, which those of other builds get by diagnose, of the embed or its report', () => {
  const [developed, made] = [development.createMeshesEmbed(waiting), usual.createMeshesEmbed(waiting)];
  expect(made.diagnose().facts).toBe(null);
  expect(developed.diagnose().facts).toMatchObject({ page: 'dashboard', min: 480, sinceReady: null });
  expect(diagnose(made).facts).toEqual(developed.diagnose().facts);
  expect(diagnose(made.diagnose()).facts).toEqual(developed.diagnose().facts);
});

test('4.7: it refuses in words', () => {
  expect(refusal(() => development.createMeshesEmbed({ ...waiting, ...bad }))).toContain(
    'minHeight: expected CSS px above 0, got -1',
  );
  const embed = development.createMeshesEmbed(waiting);
  expect(refusal(() => embed.update(bad))).toContain('minHeight: expected CSS px above 0, got -1');
  expect(refusal(() => embed.mount(null as never))).toContain('mount: expected an HTML element as the container');
  embed.destroy();
  expect(refusal(() => embed.mount(null as never))).toContain('mount: this embed was destroyed; create another one');
});

test('an embed of one entry does not change what one of the other says', () => {
  const [developed, made] = [development.createMeshesEmbed(waiting), usual.createMeshesEmbed(waiting)];
  expect(refusal(() => developed.update({ sandbox: '' }))).toContain('expected allow-scripts');
  expect(refusal(() => made.update({ sandbox: '' }))).toContain('sandbox [bad-option]');
});
