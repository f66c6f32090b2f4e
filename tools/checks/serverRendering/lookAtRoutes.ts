import {
  engineNames,
  type EngineName,
  playRoutes,
  RouteHost,
  routePlays,
  SandboxControl,
  startEngine,
} from '@meshes-embed/e2e/routes';
import type { ServedHost } from './lookAtPages.ts';

/** Runs in the page: sends its form, which signs in. */
async function sendForm(): Promise<void> {
  const form = document.querySelector('form') as HTMLFormElement;
  const answer = await fetch(form.action, { method: form.method, body: new FormData(form) });
  if (!answer.ok) throw new Error(`signing in was answered with ${answer.status}`);
}

async function playIn(engineName: EngineName, title: string, { sandbox, url }: ServedHost): Promise<(string | null)[]> {
  const messages: (string | null)[] = [];
  const engine = await startEngine(engineName);
  try {
    const page = await engine.newPage();
    await page.open(url);
    await page.evaluate(sendForm);
    const world = { host: new RouteHost(page, url), sandbox: new SandboxControl(sandbox.apiUrl) };
    for (const play of routePlays) {
      messages.push(
        await playRoutes(play, world).then(
          () => null,
          (error: Error) => `${title}, in ${engineName}: ${play}: ${error.message}`,
        ),
      );
    }
    return messages;
  } finally {
    await engine.close();
  }
}

/** Plays, in every engine, what users may expect of a host that has each page of the embed at a route of its own. */
export async function lookAtRoutes(title: string, served: ServedHost): Promise<(string | null)[]> {
  const messages: (string | null)[] = [];
  for (const engineName of engineNames) messages.push(...(await playIn(engineName, title, served)));
  return messages;
}
