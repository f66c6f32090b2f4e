import type { FrameFault } from '../../wire.ts';
import type { OutgoingMessage } from './messages.ts';

/** What acting out a fault needs of the page. */
export interface FaultPowers {
  /** Posts to the host, past all faults. */
  readonly say: (message: OutgoingMessage) => void;
  /** The content's true height. CSS px */
  readonly contentHeight: () => number;
  /** The iframe's own height, as the host has set it. CSS px */
  readonly frameHeight: () => number;
  readonly onFrameHeight: (listener: () => void) => void;
  readonly later: (action: () => void, ms: number) => void;
  readonly leave: (url: string) => void;
  readonly reload: () => void;
}

/** Stands between the embed and its host, and makes go wrong what is told to. */
export interface Faults {
  /** Sends a message as the faults in force let it. */
  send(message: OutgoingMessage): void;
  /** Puts one fault into force, now. */
  act(fault: FrameFault): void;
}

/**
 * Whether a fault spoils what the embed says by itself, rather than making it do something. The others need an embed
 * that runs: at boot they wait for the first token.
 */
export function isStanding(fault: FrameFault): boolean {
  return ['ready-never', 'ready-late', 'ready-twice', 'resize-never'].includes(fault.fault);
}

/** Acts out the faults of the control plane that happen inside the page. */
export function createFaults(powers: FaultPowers): Faults {
  const { say } = powers;
  const ready = { said: false, never: false, twice: false, late: 0 };
  let resizeNever = false;
  let growing = false;
  let growth = 1;

  function sayReady(message: OutgoingMessage): void {
    ready.said = true;
    say(message);
    if (ready.twice) say(message);
  }

  function grow(): void {
    say({ type: 'meshes:resize', height: powers.frameHeight() + growth });
  }

  /** Heights swing by up to 400 px around the true one, and end on it. */
  function storm(count: number): void {
    const height = powers.contentHeight();
    for (let step = 1; step < count; step += 1) {
      say({ type: 'meshes:resize', height: Math.max(1, height + ((step * 97) % 801) - 400) });
    }
    say({ type: 'meshes:resize', height });
  }

  return {
    send(message) {
      if (message.type === 'meshes:resize' && resizeNever) return;
      if (message.type !== 'meshes:ready') return say(message);
      if (ready.never) return;
      if (ready.late > 0) powers.later(() => sayReady(message), ready.late);
      else sayReady(message);
    },
    act(fault) {
      switch (fault.fault) {
        case 'ready-never':
          ready.never = true;
          break;
        case 'ready-late':
          ready.late = fault.ms;
          break;
        case 'ready-twice':
          ready.twice = true;
          if (ready.said) say({ type: 'meshes:ready' });
          break;
        case 'resize-never':
          resizeNever = true;
          break;
        case 'refresh-requests':
          for (let sent = 0; sent < fault.count; sent += 1) say({ type: 'meshes:token-refresh' });
          break;
        case 'token-expired':
          say({ type: 'meshes:token-expired' });
          break;
        case 'resize-storm':
          storm(fault.count);
          break;
        case 'resize-growing':
          growth = fault.step ?? 1;
          if (!growing) powers.onFrameHeight(grow);
          growing = true;
          grow();
          break;
        case 'navigate-away':
          powers.leave(fault.url);
          break;
        case 'reload-frame':
          powers.reload();
          break;
        default:
          // A newer sandbox may know faults that this page was not built for.
          fault satisfies never;
      }
    },
  };
}
