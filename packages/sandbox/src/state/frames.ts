import type { Faults } from '../faults/faults.ts';
import { reachesRunningFrames } from '../faults/frameFaults.ts';
import type { FrameFault } from '../wire.ts';

/** One document of the embed: from its launch to the end of its fault stream. */
export interface Frame {
  /** Names the document to the sandbox; no credential. */
  readonly id: string;
  readonly sessionId: string;
  /** The faults that it has been told of, by id. */
  readonly told: Set<string>;
  /** Tells it of a fault; null while its stream is not open. */
  push: ((fault: FrameFault) => void) | null;
}

/** The documents that have been launched. */
export class Frames {
  readonly #faults: Faults;
  readonly #byId = new Map<string, Frame>();

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** Notes a launch; the result's faults are those that the document is to act out from its start. */
  launch(sessionId: string): { readonly frame: Frame; readonly faults: readonly FrameFault[] } {
    const frame: Frame = { id: crypto.randomUUID(), sessionId, told: new Set(), push: null };
    this.#byId.set(frame.id, frame);
    return { frame, faults: this.#take(frame, () => true) };
  }

  find(id: string): Frame | undefined {
    return this.#byId.get(id);
  }

  /** Opens a document's stream, and tells it what was posted since its launch. */
  open(frame: Frame, push: (fault: FrameFault) => void): void {
    frame.push = push;
    this.#tell(frame);
  }

  /** This stream of it ended. A browser may have opened another one by then, and the document stays known. */
  close(frame: Frame, push: Frame['push']): void {
    if (frame.push === push) frame.push = null;
  }

  /** Tells the open documents, the newest first, of what has been put in force. */
  tellAll(): void {
    for (const frame of [...this.#byId.values()].reverse()) this.#tell(frame);
  }

  /** Forgets all documents. */
  clear(): void {
    this.#byId.clear();
  }

  #tell(frame: Frame): void {
    if (frame.push === null) return;
    for (const fault of this.#take(frame, reachesRunningFrames)) frame.push(fault);
  }

  #take(frame: Frame, suits: (fault: FrameFault) => boolean): readonly FrameFault[] {
    const taken = this.#faults.takeForFrame(frame.sessionId, (id, fault) => !frame.told.has(id) && suits(fault));
    for (const { id } of taken) frame.told.add(id);
    return taken.map(({ fault }) => fault);
  }
}
