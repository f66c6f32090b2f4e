import type { Engine } from './engine.ts';
import { startVirtualDisplay } from './virtualDisplay.ts';
import { WebKitPage } from './webKitPage.ts';
import { type WebKitBinaries, WebKitSession } from './webKitSession.ts';

/** WebKitGTK, driven by its WebDriver, on a display that no one sees. */
export async function startWebKitEngine(binaries: WebKitBinaries): Promise<Engine> {
  const display = await startVirtualDisplay();
  const sessions = new Set<WebKitSession>();
  return {
    async newPage() {
      const session = await WebKitSession.start(binaries, display.name);
      sessions.add(session);
      void session.ended.then(() => sessions.delete(session));
      return WebKitPage.first(session).catch(async (failure: unknown) => {
        await session.close();
        throw failure;
      });
    },
    async close() {
      await Promise.all([...sessions].map((session) => session.close()));
      await display.close();
    },
  };
}
