import { expect, test } from 'vitest';
import { addressOfPage, entryFor, pageOfAddress } from '../src/pageRoute.ts';

test('the page of an address is what stands there, or the dashboard', () => {
  expect(pageOfAddress('?role=member&page=rules')).toBe('rules');
  expect(pageOfAddress('?role=member')).toBe('dashboard');
  expect(pageOfAddress('?page=ruels')).toBe('ruels');
});

test('the address of a page keeps all else that stands there', () => {
  expect(addressOfPage('events', '?scenario=two&page=rules')).toBe('?scenario=two&page=events');
  expect(addressOfPage('events', '')).toBe('?page=events');
});

test('only where the user went inside of the embed is there a further entry', () => {
  expect(entryFor('rules', '/workspace/dashboard')).toBe('push');
  expect(entryFor('dashboard', '/workspace/dashboard')).toBe('replace');
  expect(entryFor('events', '/workspace/events/ev_1')).toBe('replace');
  expect(entryFor('dashboard', null)).toBe('replace');
});
