import type { CommandSocket } from './commandSocket.ts';
import type { EnginePage } from './engine.ts';
import { beforeDeadline, firstText, noElement, noFrame } from './pageCall.ts';
import { viewport } from './pageSettings.ts';
import { type PressedKey, ProtocolPage } from './protocolPage.ts';

/** A frame: the session of a process of its own, or its context in the page's session. */
interface ChromiumFrame {
  readonly session: string;
  readonly context?: string;
}

interface Evaluated {
  readonly result: { readonly value?: string; readonly objectId?: string; readonly subtype?: string };
  readonly exceptionDetails?: { readonly text: string };
}

interface ContextCreated {
  readonly context: {
    readonly uniqueId: string;
    readonly auxData: { readonly frameId: string; readonly isDefault: boolean };
  };
}

const keys: Readonly<Record<PressedKey, { key: string; code: string; windowsVirtualKeyCode: number; text?: string }>> =
  {
    Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
    Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
    Escape: { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 },
    Space: { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
  };

/** A tab of Chromium. */
export class ChromiumPage extends ProtocolPage<ChromiumFrame> {
  readonly #commands: CommandSocket;
  readonly #context: string;
  readonly #target: string;
  readonly #session: string;
  readonly #ownsContext: boolean;
  readonly #stop: () => void;
  /** The sessions of frames with a process of their own, by the frame's id. */
  readonly #sessions = new Map<string, string>();

  private constructor(commands: CommandSocket, context: string, target: string, session: string, ownsContext: boolean) {
    super();
    this.#commands = commands;
    this.#context = context;
    this.#target = target;
    this.#session = session;
    this.#ownsContext = ownsContext;
    this.#stop = commands.listen((method, params: { sessionId?: string }) => {
      if (method !== 'Target.detachedFromTarget' || params.sessionId === undefined) return;
      commands.forget(params.sessionId);
      for (const [frame, one] of this.#sessions) if (one === params.sessionId) this.#sessions.delete(frame);
    });
  }

  /** A page with cookies and storage of its own. */
  static async inNewContext(commands: CommandSocket): Promise<ChromiumPage> {
    const { browserContextId } = await commands.send<{ browserContextId: string }>('Target.createBrowserContext');
    return ChromiumPage.#create(commands, browserContextId, true);
  }

  static async #create(commands: CommandSocket, context: string, ownsContext: boolean): Promise<ChromiumPage> {
    const { targetId } = await commands.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      browserContextId: context,
    });
    const { sessionId } = await commands.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const page = new ChromiumPage(commands, context, targetId, sessionId, ownsContext);
    await Promise.all([
      page.#send('Emulation.setDeviceMetricsOverride', { ...viewport, deviceScaleFactor: 1, mobile: false }),
      // Every tab is as one that its user looks at.
      page.#send('Emulation.setFocusEmulationEnabled', { enabled: true }),
    ]);
    return page;
  }

  async open(url: string): Promise<void> {
    await beforeDeadline(`The page at ${new URL(url).origin}`, this.#open(url));
  }

  async press(key: PressedKey): Promise<void> {
    const { text, ...named } = keys[key];
    await this.#send('Input.dispatchKeyEvent', {
      ...named,
      type: text === undefined ? 'rawKeyDown' : 'keyDown',
      ...(text !== undefined && { text, unmodifiedText: text }),
    });
    await this.#send('Input.dispatchKeyEvent', { ...named, type: 'keyUp' });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.#send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  openTab(): Promise<EnginePage> {
    return ChromiumPage.#create(this.#commands, this.#context, false);
  }

  async close(): Promise<void> {
    this.#stop();
    if (this.#ownsContext)
      await this.#commands.send('Target.disposeBrowserContext', { browserContextId: this.#context });
    else await this.#commands.send('Target.closeTarget', { targetId: this.#target });
    this.#commands.forget(this.#session);
  }

  protected async run(expression: string, { session, context }: ChromiumFrame = this.#page): Promise<string> {
    const { result, exceptionDetails } = await this.#evaluate(expression, session, {
      returnByValue: true,
      ...(context !== undefined && { uniqueContextId: context }),
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return result.value as string;
  }

  protected async frameOf(selector: string): Promise<ChromiumFrame> {
    const { result } = await this.#evaluate(firstText(selector), this.#session, { returnByValue: false });
    if (result.objectId === undefined) throw noElement(selector);
    const { node } = await this.#send<{ node: { frameId?: string } }>('DOM.describeNode', {
      objectId: result.objectId,
    });
    if (node.frameId === undefined) throw noFrame(selector);
    return this.#sessions.has(node.frameId)
      ? { session: this.#sessions.get(node.frameId) as string }
      : this.#find(node.frameId, selector);
  }

  protected async clickAt(x: number, y: number): Promise<void> {
    const at = { x, y, button: 'left', clickCount: 1 };
    await this.#send('Input.dispatchMouseEvent', { x, y, type: 'mouseMoved' });
    await Promise.all([
      this.#send('Input.dispatchMouseEvent', { ...at, buttons: 1, type: 'mousePressed' }),
      this.#send('Input.dispatchMouseEvent', { ...at, buttons: 0, type: 'mouseReleased' }),
    ]);
  }

  get #page(): ChromiumFrame {
    return { session: this.#session };
  }

  async #open(url: string): Promise<void> {
    await this.#send('Page.enable');
    let stop = (): void => {};
    const loaded = new Promise<void>((resolve) => {
      stop = this.#commands.listen((method, _params, session) => {
        if (session === this.#session && method === 'Page.loadEventFired') resolve();
      });
    });
    try {
      const { errorText, loaderId } = await this.#send<{ errorText?: string; loaderId?: string }>('Page.navigate', {
        url,
      });
      if (errorText !== undefined) throw new Error(`${new URL(url).origin} could not be reached: ${errorText}`);
      // Without one, it is another place of the same document.
      if (loaderId !== undefined) await loaded;
    } finally {
      stop();
      await this.#send('Page.disable');
    }
  }

  /** A frame of another site is a target of its own; any other one has a context among those of the page. */
  async #find(frameId: string, selector: string): Promise<ChromiumFrame> {
    // Only the list of all targets makes one of a frame.
    await this.#commands.send('Target.getTargets', { filter: [{ type: 'iframe' }] });
    const attached = await this.#commands
      .send<{ sessionId: string }>('Target.attachToTarget', { targetId: frameId, flatten: true })
      .catch(() => undefined);
    if (attached !== undefined) {
      this.#sessions.set(frameId, attached.sessionId);
      return { session: attached.sessionId };
    }
    let found: string | undefined;
    const stop = this.#commands.listen((method, { context }: ContextCreated, session) => {
      if (method !== 'Runtime.executionContextCreated' || session !== this.#session) return;
      if (context.auxData.frameId === frameId && context.auxData.isDefault) found = context.uniqueId;
    });
    // Tells of every context before it answers.
    await this.#send('Runtime.enable');
    await this.#send('Runtime.disable');
    stop();
    if (found === undefined) throw noFrame(selector);
    return { session: this.#session, context: found };
  }

  #evaluate(expression: string, session: string, how: object): Promise<Evaluated> {
    return this.#commands.send<Evaluated>(
      'Runtime.evaluate',
      { expression, awaitPromise: true, userGesture: true, ...how },
      { session },
    );
  }

  #send<Result>(method: string, params: object = {}): Promise<Result> {
    return this.#commands.send<Result>(method, params, { session: this.#session });
  }
}
