import { routerExamples } from '@meshes-embed/app-demo/apps';
import { SandboxControl } from '../../src/demo/sandboxControl.ts';
import { RouteHost } from '../../src/routes/routeHost.ts';
import { playRoutes, routePlays } from '../../src/routes/routePlays.ts';
import { worldTest } from '../../src/scenario/worldTest.ts';

for (const title of routePlays) {
  worldTest.describe(title, () => {
    for (const { name: example } of routerExamples) {
      worldTest(example, async ({ tab, demo }) => {
        const address = demo.examples.find(({ name }) => name === example)?.url;
        if (address === undefined) throw new Error(`The demo serves no example ${example}.`);
        await playRoutes(title, { host: new RouteHost(tab, address), sandbox: new SandboxControl(demo.sandboxApi) });
      });
    }
  });
}
