import type { OpenEmbed } from './testHost.ts';

/** Waits until the embed's dashboard is there. */
export async function onDashboard(opening: OpenEmbed): Promise<OpenEmbed> {
  await opening.embed.getByTestId('figures').waitFor();
  return opening;
}

/** How many messages of a type the embed has sent. */
export async function countMessages({ messages }: OpenEmbed, type: string): Promise<number> {
  return (await messages()).filter((message) => message.type === type).length;
}
