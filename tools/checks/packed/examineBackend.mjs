// Runs in an app that has installed the packages: the doctor explains itself, finds nothing wrong with a healthy sandbox,
// and finds what is wrong with a faulty one.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { startCommand, withSandbox } from './packedCommand.mjs';

async function run(args, environment) {
  const child = startCommand('meshes-doctor', args, environment);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const [status] = await once(child, 'close');
  return { status, output };
}

const help = await run(['--help']);
assert.equal(help.status, 0);
assert.match(help.output, /^Usage: npx @meshes-embed\/doctor /m);

await withSandbox(async ({ apiUrl, organizationId, accessKey, secretKey, workspaces }) => {
  const environment = {
    MESHES_BASE_URL: apiUrl,
    MESHES_ORGANIZATION_ID: organizationId,
    MESHES_ACCESS_KEY: accessKey,
    MESHES_SECRET_KEY: secretKey,
  };
  const args = ['--workspace', workspaces[0].id, '--origin', 'https://app.example.com'];

  const healthy = await run(args, environment);
  console.log(healthy.output);
  assert.equal(healthy.status, 0);
  assert.match(healthy.output, /^\d+ passed, 0 failed, 0 unknown$/m);

  await fetch(`${apiUrl}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ fault: 'launch-reusable' }) });
  const faulty = await run([...args, '--json'], environment);
  assert.equal(faulty.status, 1);
  assert.deepEqual(
    JSON.parse(faulty.output).checks.flatMap(({ code }) => code ?? []),
    ['launch-reusable'],
  );
  for (const secret of [accessKey, secretKey])
    assert.ok(!`${healthy.output}${faulty.output}`.includes(secret), 'no secret is printed');
});
