import { expect, test, vi } from 'vitest';
import type { EmbedProblem } from '../../src/index.ts';
import { createEmbedBench } from '../support/embedBench.ts';

test('1.9l: a problem is told to the user in the host’s words, also after those have changed', async () => {
  const fixture = createEmbedBench();
  fixture.refuse(403);
  const onProblem = vi.fn<(problem: EmbedProblem) => void>();
  const embed = fixture.create({ onProblem, texts: { refused: 'Kein Zugriff.' } });
  embed.mount(fixture.container());
  await fixture.status(embed, 'failed');
  const view = embed.getSnapshot();
  expect(view.problem).toMatchObject({ code: 'not-authorized', userMessage: 'Kein Zugriff.' });
  expect(onProblem.mock.calls).toEqual([[view.problem]]);

  embed.update({ texts: { refused: 'Pas d’accès.' } });
  expect(embed.getSnapshot().problem?.userMessage).toBe('Pas d’accès.');
  embed.update({ texts: undefined });
  expect(embed.getSnapshot().problem?.userMessage).toBe('You do not have access to this part of the page.');
  expect(embed.getSnapshot()).toBe(embed.getSnapshot());
});

test('a user who is not signed in reads so, and not that access is missing', async () => {
  const fixture = createEmbedBench();
  fixture.refuse(401);
  const embed = fixture.create({});
  embed.mount(fixture.container());
  await fixture.status(embed, 'failed');
  expect(embed.getSnapshot().problem).toMatchObject({
    code: 'not-authorized',
    userMessage: 'Sign in again to see this part of the page.',
  });
  embed.update({ texts: { signedOut: 'Bitte anmelden.' } });
  expect(embed.getSnapshot().problem?.userMessage).toBe('Bitte anmelden.');
});

test('the iframe’s title comes from the texts, where no option gives it', async () => {
  const fixture = createEmbedBench();
  const { container, embed } = await fixture.live({ texts: { title: 'Arbeitsbereich' } });
  const title = (): string | undefined => container.querySelector('iframe')?.title;
  expect(title()).toBe('Arbeitsbereich');
  embed.update({ title: 'Mine' });
  expect(title()).toBe('Mine');
});
