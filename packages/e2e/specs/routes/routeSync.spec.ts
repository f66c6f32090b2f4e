import { routerExamples } from '@meshes-embed/app-demo/apps';
import { SandboxControl } from '../../src/demo/sandboxControl.ts';
import { RouteHost } from '../../src/routes/routeHost.ts';
import { playRoutes, routePlays } from '../../src/routes/routePlays.ts';
import { demoTest } from '../../src/scenario/demoTest.ts';

for (const title of routePlays) {
  demoTest.describe(title, () => {
    for (const { name: example } of routerExamples) {
      demoTest(example, async ({ tab, demo }) => {
        const address = demo.examples.find(({ name }) => name === example)?.url;
        if (address === undefined) throw new Error(`The demo serves no example ${example}.`);
        await playRoutes(title, { host: new RouteHost(tab, address), sandbox: new SandboxControl(demo.sandboxApi) });
      });
    }
  });
}
