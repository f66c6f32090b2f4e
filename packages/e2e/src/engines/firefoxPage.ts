import type { CommandSocket } from './commandSocket.ts';
import type { EnginePage } from './engine.ts';
import { beforeDeadline, firstText, noElement, noFrame } from './pageCall.ts';
import { viewport } from './pageSettings.ts';
import { type PressedKey, ProtocolPage } from './protocolPage.ts';

interface RemoteValue {
  readonly type: string;
  readonly value?: unknown;
}

type Evaluated =
  | { readonly type: 'success'; readonly result: RemoteValue }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** As WebDriver writes keys. */
const keys: Readonly<Record<PressedKey, string>> = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' ' };

/** A tab of Firefox. Frames are contexts of WebDriver BiDi, as the page is. */
export class FirefoxPage extends ProtocolPage<string> {
  readonly #commands: CommandSocket;
  readonly #userContext: string;
  readonly #context: string;
  readonly #ownsUserContext: boolean;
  readonly #stop: () => void;
  /** The realm of the document in each context, as far as it was asked for. */
  readonly #realms = new Map<string, string>();

  private constructor(commands: CommandSocket, userContext: string, context: string, ownsUserContext: boolean) {
    super();
    this.#commands = commands;
    this.#userContext = userContext;
    this.#context = context;
    this.#ownsUserContext = ownsUserContext;
    this.#stop = commands.listen((method, params: { context: string }) => {
      if (method === 'browsingContext.navigationCommitted') this.#forget(params.context);
    });
  }

  /** A page with cookies and storage of its own. */
  static async inNewContext(commands: CommandSocket): Promise<FirefoxPage> {
    const { userContext } = await commands.send<{ userContext: string }>('browser.createUserContext');
    return FirefoxPage.#create(commands, userContext, true);
  }

  static async #create(commands: CommandSocket, userContext: string, owns: boolean): Promise<FirefoxPage> {
    const { context } = await commands.send<{ context: string }>('browsingContext.create', {
      type: 'tab',
      userContext,
    });
    await commands.send('browsingContext.setViewport', { context, viewport, devicePixelRatio: 1 });
    // To know which realms are gone, and the calls in them.
    await commands.send('session.subscribe', { events: ['browsingContext.navigationCommitted'], contexts: [context] });
    return new FirefoxPage(commands, userContext, context, owns);
  }

  async open(url: string): Promise<void> {
    await beforeDeadline(
      `The page at ${new URL(url).origin}`,
      this.#commands.send('browsingContext.navigate', { context: this.#context, url, wait: 'complete' }),
    );
  }

  press(key: PressedKey): Promise<void> {
    return this.#perform({
      type: 'key',
      id: 'keyboard',
      actions: [
        { type: 'keyDown', value: keys[key] },
        { type: 'keyUp', value: keys[key] },
      ],
    });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.#commands.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.#context,
    });
    return Buffer.from(data, 'base64');
  }

  openTab(): Promise<EnginePage> {
    return FirefoxPage.#create(this.#commands, this.#userContext, false);
  }

  async close(): Promise<void> {
    this.#stop();
    if (this.#ownsUserContext)
      await this.#commands.send('browser.removeUserContext', { userContext: this.#userContext });
    else await this.#commands.send('browsingContext.close', { context: this.#context });
  }

  protected async run(expression: string, context = this.#context): Promise<string> {
    return (await this.#evaluate(expression, context)).value as string;
  }

  protected async frameOf(selector: string): Promise<string> {
    const found = await this.#evaluate(
      `(() => { const element = ${firstText(selector)}; return element === null ? null : (element.contentWindow ?? 'no frame'); })()`,
      this.#context,
    );
    if (found.type === 'null') throw noElement(selector);
    if (found.type !== 'window') throw noFrame(selector);
    return (found.value as { context: string }).context;
  }

  clickAt(x: number, y: number): Promise<void> {
    return this.#perform({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', x, y, duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    });
  }

  async #perform(source: object): Promise<void> {
    await this.#commands.send('input.performActions', { context: this.#context, actions: [source] });
  }

  #forget(context: string): void {
    const realm = this.#realms.get(context);
    this.#realms.delete(context);
    if (realm !== undefined) this.#commands.forget(realm);
  }

  /** In a context, Firefox would call again in its next document what the last one left without an answer. In a realm it does not. */
  async #realmOf(context: string): Promise<string> {
    const known = this.#realms.get(context);
    if (known !== undefined) return known;
    const { realms } = await this.#commands.send<{ realms: { realm: string; sandbox?: string }[] }>(
      'script.getRealms',
      {
        context,
      },
    );
    const realm = realms.find(({ sandbox }) => sandbox === undefined)?.realm;
    if (realm === undefined) throw new Error('The document is not there yet.');
    this.#realms.set(context, realm);
    return realm;
  }

  async #evaluate(expression: string, context: string): Promise<RemoteValue> {
    const realm = await this.#realmOf(context);
    const answer = await this.#commands
      .send<Evaluated>(
        'script.evaluate',
        { expression, target: { realm }, awaitPromise: true, userActivation: true },
        { about: realm },
      )
      .catch((error: unknown) => {
        if (this.#realms.get(context) === realm) this.#realms.delete(context);
        throw error;
      });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result;
  }
}
