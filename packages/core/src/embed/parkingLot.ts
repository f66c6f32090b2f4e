import { maxParked } from '../machine/limits.ts';
import type { LaunchPage } from '../protocol/pages.ts';
import type { Engine } from './engine.ts';
import type { EmbedSettings } from './options.ts';
import { setFirmly } from './setFirmly.ts';
import { zoomOf } from './zoomOf.ts';

/** Whose sessions they are: the endpoint or the host's own function, and the user. */
export interface ParkedFor {
  source: unknown;
  readonly identity: string | undefined;
}

/** A parked embed. */
export interface Parked extends ParkedFor {
  readonly engine: Engine;
  /** The page that its host wanted, which is not always where its user went. */
  readonly page: LaunchPage;
  /** Where its iframe is. */
  readonly place: HTMLElement;
  /** The handle that parked it has it no more. */
  readonly onTaken: () => void;
}

/** How large a parked embed is laid out: as large as it will be, so that nothing jumps when it is shown. CSS px */
export interface ParkedSize {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

const lots = new WeakMap<Document, Parked[]>();

export function parkedFor({ endpoint, fetchSession, identity }: EmbedSettings): ParkedFor {
  return { source: endpoint ? String(endpoint) : fetchSession, identity };
}

/** The size of what is in a container. */
export function sizeOf(container: HTMLElement): ParkedSize {
  return { width: container.clientWidth, height: container.clientHeight, zoom: zoomOf(container) };
}

/**
 * Makes a place out of sight: neither the Tab key nor assistive technology reaches it, and no printer draws it. It is beside
 * the body, which some frameworks replace. Not `display: none`, under which the embed would be laid out at no width.
 */
export function openPlace(page: Document, { width, height, zoom }: ParkedSize): HTMLElement {
  const place = page.createElement('div');
  place.inert = true;
  setFirmly(place, {
    position: 'fixed',
    top: '0',
    left: '0',
    width: `${width}px`,
    height: `${height}px`,
    zoom: String(zoom),
    overflow: 'hidden',
    visibility: 'hidden',
    'pointer-events': 'none',
  });
  return page.documentElement.appendChild(place);
}

/** Keeps an embed until it is taken or ends. Of more than a few, the oldest ends. */
export function park(parked: Parked): void {
  const page = parked.place.ownerDocument;
  const lot = lots.get(page) ?? [];
  lots.set(page, lot);
  lot.push(parked);
  parked.engine.onParkEnd = () => {
    leave(parked);
    parked.engine.owner.detach();
    parked.place.remove();
  };
  if (lot.length > maxParked) lot[0]!.engine.send({ type: 'UNMOUNT' });
}

/** It is no longer in the lot; its place is still there, with its iframe. */
function leave(parked: Parked): void {
  const lot = lots.get(parked.place.ownerDocument)!;
  lot.splice(lot.indexOf(parked), 1);
  parked.engine.onParkEnd = null;
}

/** What is parked in a document for this user and page, the latest one last. */
export function parkedAs(page: Document, { source, identity }: ParkedFor, wanted: LaunchPage): readonly Parked[] {
  return (lots.get(page) ?? []).filter(
    (parked) =>
      parked.source === source &&
      parked.identity === identity &&
      (parked.page === wanted || parked.engine.actor.getSnapshot().context.page === wanted),
  );
}

/** Takes one of them out of the lot: the engine's own one where it is there, else the latest. */
export function takeParked(page: Document, user: ParkedFor, wanted: LaunchPage, own: Engine): Parked | undefined {
  const fitting = parkedAs(page, user, wanted);
  const found = fitting.find(({ engine }) => engine === own) ?? fitting.at(-1);
  if (found) leave(found);
  return found;
}

/** The parked embed of an engine. */
export function parkedOf(engine: Engine): Parked | undefined {
  const page = engine.owner.container?.ownerDocument;
  return page && lots.get(page)?.find((parked) => parked.engine === engine);
}

/**
 * Ends what is parked with sessions of this source: of every user, as at a sign-out, or of all but one.
 *
 * @returns when each end was answered
 */
export function endParked(
  page: Document,
  { source }: ParkedFor,
  except?: { readonly identity: string | undefined },
): Promise<unknown> {
  const over = (lots.get(page) ?? []).filter(
    (parked) => parked.source === source && !(except && parked.identity === except.identity),
  );
  for (const { engine } of over) engine.send({ type: 'SIGN_OUT' });
  return Promise.all(over.map(({ engine }) => engine.sessions.held.ended()));
}
