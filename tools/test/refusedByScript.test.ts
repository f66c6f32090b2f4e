import { expect, test } from 'vitest';
import { refusedByScript } from '../checks/serverRendering/lookUnderPolicy.ts';

const html =
  '<div style="position:relative;min-height:480px"><p style="position:absolute;inset:0;display:flex;align-items:center">Loading</p></div>';
const own = ['position:relative;min-height:480px', 'position:absolute;inset:0;display:flex;a'];

test('what the HTML holds is refused once each, whenever the browser tells of it', () => {
  expect(refusedByScript(own, html)).toEqual([]);
  expect(refusedByScript([own[1] as string], html)).toEqual([]);
});

test('a style that is refused again, or that the HTML does not hold, was written by a script', () => {
  expect(refusedByScript([...own, own[0] as string, 'color:red'], html)).toEqual([own[0], 'color:red']);
});
