import { readScreenSettings, type ScreenSettings } from './screenSettings.ts';
import { signIn, type SignedIn } from './signIn.ts';

/** What a framework shows: the whole screen, for a user who is signed in. */
export interface ShownScreen {
  readonly settings: ScreenSettings;
  readonly signedIn: SignedIn;
}

declare global {
  interface Window {
    meshesScreen: {
      /** Shows the screen that the address names now, in place of the one on show, as the page's load does. */
      show(): Promise<void>;
      /** Takes the screen out of the page, with all that it started. */
      takeOut(): void;
    };
  }
}

/**
 * Signs in as the address says, and shows the screen in `#root`; in its place what went wrong, where that fails. Starts
 * `window.meshesScreen`.
 *
 * @param mount - the framework's part: mounts the screen in the element, and returns what takes it out again
 */
export function startScreen(mount: (root: HTMLElement, shown: ShownScreen) => () => void): Promise<void> {
  const root = document.querySelector('#root') as HTMLElement;
  let unmount = (): void => {};

  function takeOut(): void {
    unmount();
    unmount = () => {};
    root.replaceChildren();
  }

  async function show(): Promise<void> {
    takeOut();
    try {
      const settings = readScreenSettings(location.search);
      unmount = mount(root, { settings, signedIn: await signIn(settings) });
    } catch (error) {
      const message = document.createElement('p');
      message.role = 'alert';
      message.textContent = error instanceof Error ? error.message : 'The screen could not be started.';
      root.append(message);
    }
  }

  window.meshesScreen = { show, takeOut };
  return show();
}
