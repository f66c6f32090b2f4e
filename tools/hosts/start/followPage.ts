import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { temporaryFolder } from '../../workspace/paths.ts';
import type { Choice, Step } from './steps.ts';

/** How long anything may take, on a machine that is busy. ms */
const patience = 180_000;

/** What came of a reader who followed the page. */
export interface Followed {
  readonly commands: number;
  /** From the first command until the workspace is on screen. Seconds */
  readonly seconds: number;
  /** What the page complained of: exceptions, errors of the console. */
  readonly complaints: readonly string[];
}

/** The commands that a reader leaves running, with the port that says when they serve. The page's own is waited for later. */
const servers: readonly { readonly pattern: RegExp; readonly port?: number }[] = [
  { pattern: /^npx meshes-sandbox --api-port (\d+)/ },
  { pattern: /^npx meshes-sandbox$/, port: 4010 },
  { pattern: /^PORT=(\d+) / },
  { pattern: /^(?:npm run dev|npx nuxt dev)/, port: 0 },
];

const templates: Readonly<Record<string, string>> = {
  react: 'react-ts',
  vue: 'vue-ts',
  svelte: 'svelte-ts',
  element: 'vanilla-ts',
};

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/**
 * Follows the steps of the start page in an empty folder, as a new user would, until the embed is live in a browser.
 *
 * @param npmrc - where npm gets our packages from
 * @throws Error where it does not come to that
 */
export async function followPage(
  steps: readonly Step[],
  choice: Choice,
  npmrc: string,
  browser: Browser,
): Promise<Followed> {
  let folder = temporaryFolder(`start-${choice.backend}`);
  const running = new Set<ChildProcess>();
  const environment = {
    ...process.env,
    NPM_CONFIG_USERCONFIG: npmrc,
    // Stands in for the reader's "yes" to npm's question whether to fetch a command.
    npm_config_yes: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    CI: 'true',
    NODE_ENV: undefined,
    PORT: undefined,
  };
  let printed = '';
  const start = (text: string): ChildProcess => {
    const child = spawn('sh', ['-c', text], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    printed += `$ ${text}\n`;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (printed = (printed + chunk).slice(-6_000)));
    running.add(child);
    child.once('close', () => running.delete(child));
    return child;
  };
  const end = (signal: NodeJS.Signals): void => {
    for (const { pid } of running) if (pid !== undefined) process.kill(-pid, signal);
  };
  const atExit = (): void => end('SIGKILL');
  process.prependOnceListener('exit', atExit);
  const untilListens = async (port: number, child?: ChildProcess): Promise<void> => {
    const deadline = Date.now() + patience;
    while (!(await listens(port))) {
      if (child?.exitCode != null || Date.now() > deadline) throw new Error(`nothing serves port ${port}`);
      await pause(100);
    }
  };
  const run = async (text: string): Promise<void> => {
    if (text.startsWith('cd ')) {
      folder = join(folder, text.slice(3));
      return;
    }
    const child = start(text.replace('--template react-ts', `--template ${templates[choice.framework]}`));
    const server = servers.find(({ pattern }) => pattern.test(text));
    const port = server && (server.port ?? Number(server.pattern.exec(text)?.[1]));
    if (port === undefined) {
      const [code] = (await once(child, 'close')) as [number];
      if (code !== 0) throw new Error(`${text} ended with ${code}`);
    } else if (port > 0) await untilListens(port, child);
  };
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const addLine = (path: string, line: string): void => {
    const old = existsSync(join(folder, path))
      ? readFileSync(join(folder, path), 'utf8')
      : "import { defineConfig } from 'vite';\n\nexport default defineConfig({\n});\n";
    write(path, old.replace('defineConfig({', `defineConfig({\n  ${line}`));
  };

  const began = performance.now();
  let commands = 0;
  try {
    for (const step of steps) {
      if (step.kind === 'file') write(step.path, step.text);
      else if (step.kind === 'line') addLine(step.path, step.text);
      else if (step.kind === 'command') {
        commands += 1;
        await run(step.text);
      } else {
        await untilListens(Number(new URL(step.address).port));
        const complaints = await look(step.address, browser);
        return { commands, seconds: Math.round((performance.now() - began) / 1000), complaints };
      }
    }
    throw new Error('the page never says what to open');
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${printed}`, { cause: error });
  } finally {
    const ended = [...running].map((child) => once(child, 'close'));
    end('SIGTERM');
    const late = setTimeout(() => end('SIGKILL'), 5_000);
    await Promise.all(ended);
    clearTimeout(late);
    process.off('exit', atExit);
  }
}

/** Opens the page, and waits until the workspace is on screen. */
async function look(address: string, browser: Browser): Promise<string[]> {
  const context = await browser.newContext({ locale: 'en-GB' });
  context.setDefaultTimeout(patience / 3);
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(address);
    await page
      .frameLocator('iframe[title="Integrations"]')
      .getByText('Northwind Robotics')
      .first()
      .waitFor()
      .catch(async (error: Error) => {
        const text = await page.locator('body').innerText();
        throw new Error(
          `${error.message}; the page says: ${text.slice(0, 500)}; the console: ${complaints.join(' | ')}`,
        );
      });
    return complaints;
  } finally {
    await context.close();
  }
}
