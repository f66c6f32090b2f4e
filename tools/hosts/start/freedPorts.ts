import { freePort } from '@meshes-embed/app-demo/free-port';
import type { Step } from './steps.ts';

/** The ports that the page names, and the next free ones where something on this machine has them. */
async function portsFor(): Promise<ReadonlyMap<string, string>> {
  const ports = new Map<string, string>();
  for (const wanted of [4010, 4011, 3000, 5173]) {
    let port = await freePort(wanted);
    while ([...ports.values()].includes(String(port))) port = await freePort(port + 1);
    ports.set(String(wanted), String(port));
  }
  return ports;
}

/** The same steps at ports that are free, as a reader would help himself. Nothing changes where the page's own are. */
export async function atFreePorts(steps: readonly Step[]): Promise<Step[]> {
  const ports = await portsFor();
  const moved = (text: string): string => text.replace(/\b(4010|4011|3000|5173)\b/g, (port) => ports.get(port) ?? port);
  const opened = steps.find((step) => step.kind === 'open');
  const served = moved(opened?.address ?? '') === opened?.address ? '' : new URL(moved(opened?.address ?? '')).port;
  return steps.map((step) => {
    if (step.kind === 'open') return { ...step, address: moved(step.address) };
    if (step.kind !== 'command') return { ...step, text: moved(step.text) };
    if (step.text === 'npx meshes-sandbox' && (ports.get('4010') !== '4010' || ports.get('4011') !== '4011'))
      return { ...step, text: `${step.text} --api-port ${ports.get('4010')} --embed-port ${ports.get('4011')}` };
    if (step.text === 'npm run dev' && served !== '') return { ...step, text: `npm run dev -- --port ${served}` };
    if (step.text === 'npx nuxt dev' && served !== '') return { ...step, text: `npx nuxt dev --port ${served}` };
    return { ...step, text: moved(step.text) };
  });
}
