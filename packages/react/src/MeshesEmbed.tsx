'use client';

import type { EmbedStatus, MeshesEmbedOptions } from '@meshes-embed/core';
import { forwardRef, useImperativeHandle, useRef, type HTMLAttributes, type ReactNode } from 'react';
import { overlay, ProblemDisplay, type ProblemDisplayProps } from './displays.tsx';
import { optionsOf, withoutOptions } from './splitProps.ts';
import { useMeshesEmbed, type MeshesEmbedHandle } from './useMeshesEmbed.ts';

type ContainerAttributes = Omit<HTMLAttributes<HTMLDivElement>, keyof MeshesEmbedOptions | 'children' | 'dangerouslySetInnerHTML'>;

/** Every option of the embed, the places for displays of your own, and attributes of the container such as `id`. */
export interface MeshesEmbedProps extends MeshesEmbedOptions, ContainerAttributes {
  /** Shown until the embed is live, in a `role="status"`; null for nothing. Default: `Loading…`. */
  readonly loading?: ReactNode;
  /** Shown once the embed has failed; null for nothing. Default: a `role="alert"` with a button to try again. */
  readonly problem?: ReactNode | ((props: ProblemDisplayProps) => ReactNode);
}

const pending: ReadonlySet<EmbedStatus> = new Set<EmbedStatus>(['idle', 'minting', 'launching', 'recovering']);

/**
 * A Meshes workspace in your page. `className` and `style` go to the outermost element; other attributes, such as
 * `id` or `data-testid`, to the container that holds the iframe. A server renders it empty, with the loading display.
 */
export const MeshesEmbed = forwardRef<MeshesEmbedHandle, MeshesEmbedProps>(function MeshesEmbed(props, ref) {
  const { loading = 'Loading…', problem: problemDisplay = ProblemDisplay, className, style, ...attributes } = withoutOptions(props);
  const { container, view, refresh, relaunch, diagnose } = useMeshesEmbed(optionsOf(props));
  const place = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({ refresh, relaunch, diagnose }), [refresh, relaunch, diagnose]);

  function retry(): void {
    if (place.current?.contains(document.activeElement)) place.current.focus();
    relaunch();
  }

  const failure = view.status === 'failed' ? view.problem : null;
  return (
    <div ref={place} tabIndex={-1} className={className} style={{ position: 'relative', minHeight: props.minHeight ?? 480, ...style }}>
      {/* The embed changes both attributes on the element itself: for React they never change. */}
      <div {...attributes} ref={container} data-meshes-status="idle" aria-busy="true" />
      <div role="status" style={pending.has(view.status) ? overlay : undefined}>
        {pending.has(view.status) && loading}
      </div>
      {failure && (typeof problemDisplay === 'function' ? problemDisplay({ problem: failure, retry }) : problemDisplay)}
    </div>
  );
});
