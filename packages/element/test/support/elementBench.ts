import { createPlainBackend, type PlainBackend } from '@meshes-embed/conformance/plain-backend';
import { until } from '@meshes-embed/conformance/until';
import type { EmbedStatus, LaunchPage } from '@meshes-embed/core';
import { expect, onTestFinished, vi } from 'vitest';
import '../../src/index.ts';
import type { MeshesEmbedElement } from '../../src/index.ts';

/** A part of the page with a backend to itself, gone when the test ends. */
export interface ElementBench {
  readonly place: HTMLElement;
  readonly backend: PlainBackend;
  /** An element with its sessions from the backend, not yet in the page. */
  create(): MeshesEmbedElement;
  /** An element in the page that is live. */
  live(): Promise<MeshesEmbedElement>;
}

export function createElementBench(): ElementBench {
  const place = document.body.appendChild(document.createElement('main'));
  const backend = createPlainBackend();
  onTestFinished(() => place.remove());
  const create = (): MeshesEmbedElement => Object.assign(document.createElement('meshes-embed'), backend.options);
  return {
    place,
    backend,
    create,
    async live() {
      const element = place.appendChild(create());
      await status(element, 'live');
      return element;
    },
  };
}

/** What is in the element's shadow root; null where it is not. */
export function inside<Found extends HTMLElement = HTMLElement>(
  element: Element | null,
  selector: string,
): Found | null {
  return element?.shadowRoot?.querySelector<Found>(selector) ?? null;
}

/** The element's iframe, where it has one. */
export function iframeOf(element: Element | null): HTMLIFrameElement | null {
  return inside<HTMLIFrameElement>(element, 'iframe');
}

/** What of a text is shown: nothing where the page's own is in its place. */
export function shownText(element: Element | null): string {
  const words = [...(element?.querySelectorAll('span') ?? [])].filter((span) => span.checkVisibility());
  return words.map(({ textContent }) => textContent).join(' ');
}

/** Waits until the element has the status. */
export function status(element: Element | null, expected: EmbedStatus): Promise<void> {
  return until(() => expect(element?.getAttribute('data-meshes-status')).toBe(expected));
}

/** Everything that is reported as an uncaught error from now on, kept from the test runner. */
export function takeUncaught(): unknown[] {
  const uncaught: unknown[] = [];
  const take = (event: ErrorEvent): void => {
    uncaught.push(event.error);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('error', take, { capture: true });
  onTestFinished(() => window.removeEventListener('error', take, { capture: true }));
  return uncaught;
}

/** Serves the sessions of a backend at `/api/meshes`, for elements that are plain HTML. Tells which sessions were asked for. */
export function serveEndpoint({ options }: PlainBackend): string[] {
  const asked: string[] = [];
  const served = vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    if (init?.method === 'DELETE') return Response.json({ revoked: true });
    asked.push(new URL(String(input)).pathname);
    const { page } = JSON.parse(String(init?.body)) as { page: LaunchPage };
    try {
      return Response.json(
        await options.fetchSession?.({ page, reason: 'mount', signal: new AbortController().signal }),
      );
    } catch (error) {
      return new Response(null, { status: (error as { status: number }).status });
    }
  });
  onTestFinished(() => served.mockRestore());
  return asked;
}
