// The sample backend as a program, set up by the environment. See README.md for the variables.
import { readEnvironment } from './environment.ts';
import { startServer } from './server.ts';

try {
  const server = await startServer(readEnvironment(process.env));
  console.log(`The sample backend serves at ${server.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
} catch (error) {
  console.error(`The sample backend could not start: ${(error as Error).message}`);
  process.exitCode = 1;
}
