import { Builder, Capabilities, error as driverErrors, type WebDriver } from 'selenium-webdriver';
import { freePort } from './freePort.ts';
import { LeashedProcess } from './leashedProcess.ts';
import { beforeDeadline } from './pageCall.ts';
import { locale, viewport } from './pageSettings.ts';
import { pollUntil } from './pollUntil.ts';

/** How long a page may load, in milliseconds. */
const loadTimeout = 30_000;
/** How long WebKitWebDriver may take until it answers at all, in milliseconds. */
const startTimeout = 20_000;

/** Where the parts of WebKitGTK lie. */
export interface WebKitBinaries {
  /** `WebKitWebDriver`. */
  readonly driver: string;
  /** `MiniBrowser`. */
  readonly browser: string;
}

async function startDriver(
  binaries: WebKitBinaries,
  display: string,
): Promise<{ process: LeashedProcess; url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const language = `${locale.replace('-', '_')}.UTF-8`;
  const environment = {
    ...process.env,
    DISPLAY: display,
    WAYLAND_DISPLAY: undefined,
    GDK_BACKEND: 'x11',
    LC_ALL: language,
    NO_AT_BRIDGE: '1',
    // Painting by an emulated graphics card takes more time.
    WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
  };
  const driver = new LeashedProcess(binaries.driver, [`--port=${port}`, '--host=127.0.0.1'], environment);
  let ended = false;
  void driver.ended.then(() => (ended = true));
  try {
    await pollUntil('WebKitWebDriver', startTimeout, async () => {
      if (ended) return true;
      const response = await fetch(`${url}/status`).catch(() => null);
      return response?.ok === true;
    });
    if (ended) throw new Error(`WebKitWebDriver did not start. ${driver.output}`);
    return { process: driver, url };
  } catch (failure) {
    await driver.stop();
    throw failure;
  }
}

/** A failure of WebDriver in words: some of its errors have a class and no message. */
function inWords(failure: unknown): Error {
  if (!(failure instanceof driverErrors.WebDriverError))
    return failure instanceof Error ? failure : new Error(String(failure));
  return new Error(`${failure.name}${failure.message === '' ? '' : `: ${failure.message}`}`, { cause: failure });
}

/**
 * A MiniBrowser with one WebDriver session, and a driver process of its own. A new session is the only way to a browser
 * without cookies and storage that WebKitGTK's driver has, and a driver process runs one session at a time.
 */
export class WebKitSession {
  readonly #process: LeashedProcess;
  readonly #driver: WebDriver;
  /** Commands of WebDriver have a current window and frame, so what needs several must not be interrupted. */
  #queue: Promise<unknown> = Promise.resolve();
  /** The driver's current window, as far as that is known. */
  #window: string | undefined;

  #ended = false;

  private constructor(process: LeashedProcess, driver: WebDriver) {
    this.#process = process;
    this.#driver = driver;
    void this.ended.then(() => (this.#ended = true));
  }

  /** Settles once the session, MiniBrowser and the driver have ended, for whatever reason. */
  get ended(): Promise<unknown> {
    return this.#process.ended;
  }

  /** @throws Error with what the driver printed where it does not start. */
  static async start(binaries: WebKitBinaries, display: string): Promise<WebKitSession> {
    const { process: driverProcess, url } = await startDriver(binaries, display);
    try {
      const capabilities = new Capabilities({
        browserName: 'MiniBrowser',
        // As Playwright does.
        unhandledPromptBehavior: 'dismiss',
        // The driver times scripts in the page, where tests set the clock forward.
        timeouts: { script: null, pageLoad: loadTimeout, implicit: 0 },
        // Layers that an emulated graphics card puts together are drawn again for seconds after nothing moves any more.
        'webkitgtk:browserOptions': {
          binary: binaries.browser,
          args: ['--automation', '--features=!AcceleratedCompositing'],
        },
      });
      const builder = new Builder().disableEnvironmentOverrides().usingServer(url).withCapabilities(capabilities);
      return new WebKitSession(driverProcess, await beforeDeadline('The start of MiniBrowser', builder.build()));
    } catch (failure) {
      await driverProcess.stop();
      throw new Error(`MiniBrowser did not start: ${inWords(failure).message} ${driverProcess.output}`, {
        cause: failure,
      });
    }
  }

  /** The window that the session began with. */
  firstWindow(): Promise<string> {
    return this.#driver.getWindowHandle();
  }

  /** Opens one more window; its handle. */
  async openWindow(): Promise<string> {
    return this.#next(async (driver) => {
      this.#window = undefined;
      await driver.switchTo().newWindow('window');
      return driver.getWindowHandle();
    });
  }

  /**
   * Runs commands in a window, at its top level, with no others in between.
   *
   * @throws Error with the name of WebDriver's error and its message; at the deadline the session is ended.
   */
  run<Result>(window: string, commands: (driver: WebDriver) => Promise<Result>): Promise<Result> {
    return this.#next(async (driver) => {
      // Either leaves the frame, too, that an earlier failure may have left the driver in. Entering a window moves the
      // focus to its top level, so it is entered only where it has to be.
      if (this.#window === window) await driver.switchTo().defaultContent();
      else await driver.switchTo().window(window);
      this.#window = window;
      return commands(driver);
    });
  }

  /** Closes a window, and not the last one; where the session has ended, that is done. */
  async closeWindow(window: string): Promise<void> {
    if (this.#ended) return;
    await this.run(window, async (driver) => {
      this.#window = undefined;
      await driver.close();
    });
  }

  /** Makes what a window shows as large as in the other engines. */
  resize(window: string): Promise<void> {
    return this.run(window, async (driver) => {
      const size = { ...viewport };
      await pollUntil('The size of the window', loadTimeout, async () => {
        await driver
          .manage()
          .window()
          .setRect({ x: 0, y: 0, ...size });
        const [width, height] = await driver.executeScript<[number, number]>('return [innerWidth, innerHeight]');
        size.width += viewport.width - width;
        size.height += viewport.height - height;
        return width === viewport.width && height === viewport.height;
      });
    });
  }

  /** Ends the session, MiniBrowser and the driver. */
  close(): Promise<void> {
    return this.#process.stop();
  }

  #next<Result>(commands: (driver: WebDriver) => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(async () => {
      if (this.#ended) throw new Error('The page is closed, or its browser has ended.');
      try {
        return await beforeDeadline('WebKitWebDriver', commands(this.#driver), () => void this.#process.stop());
      } catch (failure) {
        throw inWords(failure);
      }
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }
}
