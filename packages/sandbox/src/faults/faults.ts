import type { ActiveFault, Fault } from './fault.ts';
import { isFrameFault } from './frameFaults.ts';
import type { FrameFault } from '../wire.ts';

/** The fault of this name. */
type FaultNamed<Name extends Fault['fault']> = Extract<Fault, { readonly fault: Name }>;

/** A fault and what is left of it. A used-up one is kept, so that deleting it still frees the requests it holds back. */
interface Entry {
  readonly id: string;
  readonly fault: Fault;
  timesLeft: number;
  readonly deletion: AbortController;
}

/**
 * The faults in force. Those with `times` are used up first, in the order they were posted; one without `times`
 * replaces an earlier one of the same name for the same session.
 */
export class Faults {
  #entries: Entry[] = [];
  #count = 0;

  /** Puts a fault in force. */
  add(fault: Fault): ActiveFault {
    this.#count += 1;
    const entry = {
      id: `fault_${this.#count}`,
      fault,
      timesLeft: fault.times ?? Infinity,
      deletion: new AbortController(),
    };
    if (fault.times === undefined)
      this.#delete((other) => other.fault.times === undefined && sameTarget(other.fault, fault));
    this.#entries.push(entry);
    return describe(entry);
  }

  /** All in force, oldest first. */
  list(): readonly ActiveFault[] {
    return this.#entries.filter((entry) => entry.timesLeft > 0).map(describe);
  }

  /** Ends all faults, or those of one name, and frees what they hold back. */
  delete(name?: Fault['fault']): void {
    this.#delete((entry) => name === undefined || entry.fault.fault === name);
  }

  /** The fault of this name that would strike next, without using it. */
  peek<Name extends Fault['fault']>(name: Name, sessionId?: string): FaultNamed<Name> | undefined {
    return this.#find(name, sessionId)?.fault as FaultNamed<Name> | undefined;
  }

  /** The fault of this name that strikes now; uses one of its times. */
  take<Name extends Fault['fault']>(name: Name, sessionId?: string): FaultNamed<Name> | undefined {
    return this.takeHeld(name, sessionId)?.fault;
  }

  /** As {@link take}, with a signal that aborts when the fault is deleted. */
  takeHeld<Name extends Fault['fault']>(
    name: Name,
    sessionId?: string,
  ): { fault: FaultNamed<Name>; deleted: AbortSignal } | undefined {
    const entry = this.#find(name, sessionId);
    if (entry === undefined) return undefined;
    entry.timesLeft -= 1;
    return { fault: entry.fault as FaultNamed<Name>, deleted: entry.deletion.signal };
  }

  /**
   * The faults that a document of the session is to act out now: one of each name, each used once.
   *
   * @param wanted - picks by id, so that no document gets the same fault twice.
   */
  takeForFrame(
    sessionId: string,
    wanted: (id: string, fault: FrameFault) => boolean,
  ): readonly { id: string; fault: FrameFault }[] {
    const taken = new Map<string, { id: string; fault: FrameFault }>();
    for (const entry of this.#inOrder()) {
      const { fault, id } = entry;
      if (!isFrameFault(fault) || taken.has(fault.fault) || !concerns(fault, sessionId) || !wanted(id, fault)) continue;
      entry.timesLeft -= 1;
      const { times: _times, session_id: _sessionId, ...plain } = fault;
      taken.set(fault.fault, { id, fault: plain });
    }
    return [...taken.values()];
  }

  #find(name: Fault['fault'], sessionId: string | undefined): Entry | undefined {
    return this.#inOrder().find(({ fault }) => fault.fault === name && concerns(fault, sessionId));
  }

  #inOrder(): readonly Entry[] {
    const left = this.#entries.filter((entry) => entry.timesLeft > 0);
    return [
      ...left.filter((entry) => entry.timesLeft !== Infinity),
      ...left.filter((entry) => entry.timesLeft === Infinity),
    ];
  }

  #delete(condition: (entry: Entry) => boolean): void {
    for (const entry of this.#entries.filter(condition)) entry.deletion.abort();
    this.#entries = this.#entries.filter((entry) => !condition(entry));
  }
}

function sessionOf(fault: Fault): string | undefined {
  return 'session_id' in fault ? fault.session_id : undefined;
}

function concerns(fault: Fault, sessionId: string | undefined): boolean {
  const target = sessionOf(fault);
  return target === undefined || target === sessionId;
}

function sameTarget(one: Fault, other: Fault): boolean {
  return one.fault === other.fault && sessionOf(one) === sessionOf(other);
}

function describe(entry: Entry): ActiveFault {
  return { id: entry.id, ...entry.fault, ...(entry.timesLeft === Infinity ? {} : { times_left: entry.timesLeft }) };
}
