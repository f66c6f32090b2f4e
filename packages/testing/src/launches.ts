import type { LaunchPage, SessionRole } from '@meshes-embed/core/protocol';
import type { LaunchSession } from '@meshes-embed/core/session';
import type { SessionBook } from './backend/sessionBook.ts';
import type { EmbedList } from './embeds.ts';
import { openFakeFrame, type FrameHabits } from './frame/fakeFrame.ts';
import { takeLaunchUrl } from './frame/launchUrls.ts';

/** What launches are made with. */
export interface LaunchesOptions {
  /** The embed's origin. */
  readonly origin: string;
  readonly book: SessionBook;
  readonly embeds: EmbedList;
  readonly role: SessionRole;
  /** What each document reports first. CSS px */
  readonly height: number;
}

/** The launch URLs that were given out, and the documents that come of them. */
export interface Launches {
  /** A session is about to be given out. */
  give(session: LaunchSession, page: LaunchPage): void;
  /** How documents behave that are launched from now on; what is left out is as usual. */
  setHabits(changes: Partial<FrameHabits>): void;
  /** Whether sessions are revoked as soon as the embed is signed in. */
  revokeSignedIn(revoke: boolean): void;
  /** Forgets all launch URLs, and takes no more. */
  end(): void;
}

const usual: FrameHabits = { loads: true, speaks: true };
/** A launch URL is good for one request; the page that a second one gets says nothing (contract §4). */
const spent: FrameHabits = { loads: true, speaks: false };

/** Makes the launches of one fake. */
export function createLaunches({ origin, book, embeds, role, height }: LaunchesOptions): Launches {
  const forgets: (() => void)[] = [];
  let habits = usual;
  let revokes = false;
  let ended = false;

  return {
    give({ launch_url, session_id }, page) {
      if (ended) return;
      let used = false;
      const forget = takeLaunchUrl(launch_url, (iframe) => {
        const frame = openFakeFrame(iframe, {
          origin,
          path: `/workspace/${page}`,
          role,
          height,
          habits: used ? spent : habits,
          lifeOf: (token) => book.lifeOf(session_id, token),
          onSignedIn() {
            if (!revokes) return;
            book.revoke(session_id);
            frame.unauthorized();
          },
        });
        used = true;
        embeds.add(frame, session_id);
        return frame.close;
      });
      forgets.push(forget);
    },
    setHabits(changes) {
      habits = { ...usual, ...changes };
    },
    revokeSignedIn(revoke) {
      revokes = revoke;
    },
    end() {
      ended = true;
      for (const forget of forgets.splice(0)) forget();
    },
  };
}
