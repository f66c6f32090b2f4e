import { SimulatedClock } from 'xstate';

/** XState's simulated clock, which also tells when its next timer is due: so time can move from timer to timer. ms */
export class SteppingClock extends SimulatedClock {
  readonly #dueAt = new Map<number, number>();

  override setTimeout(call: () => void, delay: number): number {
    const id = super.setTimeout(() => {
      this.#dueAt.delete(id);
      call();
    }, delay);
    this.#dueAt.set(id, this.now() + delay);
    return id;
  }

  override clearTimeout(id: number): void {
    this.#dueAt.delete(id);
    super.clearTimeout(id);
  }

  /** When the next timer is due; null where none is waiting. ms */
  nextDue(): number | null {
    return this.#dueAt.size === 0 ? null : Math.min(...this.#dueAt.values());
  }

  /** Lets time go by, each timer firing when it is due. ms */
  pass(time: number): void {
    const end = this.now() + time;
    for (let due = this.nextDue(); due !== null && due <= end; due = this.nextDue())
      this.set(Math.max(due, this.now()));
    this.set(end);
  }
}
