import type { MeshesEmbedOptions } from '@meshes-embed/core';
import {
  displaysOf,
  displayStyle,
  ownDisplayStyle,
  pickOptions,
  placeStyle,
  retryInside,
  textsOf,
  withoutOptions,
  type MeshesEmbedHandle,
} from '@meshes-embed/core/adapter';
import { forwardRef, useImperativeHandle, useRef, useState, type HTMLAttributes, type ReactNode } from 'react';
import { OwnProblem, type ProblemRenderer } from './OwnProblem.tsx';
import { ProblemDisplay } from './ProblemDisplay.tsx';
import { RetryButton } from './RetryButton.tsx';
import { useMeshesEmbed } from './useMeshesEmbed.ts';
import { useStylesByScript } from './useStylesByScript.ts';

type ContainerAttributes = Omit<
  HTMLAttributes<HTMLDivElement>,
  keyof MeshesEmbedOptions | 'children' | 'dangerouslySetInnerHTML'
>;

/** The places for displays of your own. */
interface DisplayProps {
  /**
   * Shown until the embed is there, in a `role="status"` that fills its place; null for nothing. Default: what it is doing,
   * and a button to try now where that takes long.
   */
  readonly loading?: ReactNode;
  /** Shown once the embed has failed, in its place; null for nothing. Default: a `role="alert"` with a button to try again. */
  readonly problem?: ProblemRenderer;
}

/** Every option of the embed, the places for displays of your own, and attributes of the container such as `id`. */
export type MeshesEmbedProps = MeshesEmbedOptions & DisplayProps & ContainerAttributes;

/**
 * A Meshes workspace in your page. `className` and `style` go to the outermost element; other attributes, such as
 * `id` or `data-testid`, to the container that holds the iframe. A server renders it empty, with the loading display.
 */
export const MeshesEmbed = forwardRef<MeshesEmbedHandle, MeshesEmbedProps>(function MeshesEmbed(props, ref) {
  const { loading, problem: display, className, style, ...attributes } = withoutOptions(props);
  const { container, view, ...functions } = useMeshesEmbed(pickOptions(props));
  const [handle] = useState<MeshesEmbedHandle>(functions);
  const place = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => handle, [handle]);
  const retry = (): void => retryInside(place.current, handle.relaunch);
  const { text, tryNow, problem, ...shown } = displaysOf(view, props.texts);
  const styles = { ...placeStyle(props), ...style };
  const statusStyle = shown.loading ? (loading === undefined ? displayStyle : ownDisplayStyle) : undefined;
  useStylesByScript(place, styles, statusStyle);
  const byDefault = (
    <>
      {text}
      {tryNow && <RetryButton text={tryNow} retry={retry} />}
    </>
  );
  return (
    <div ref={place} tabIndex={-1} className={className} style={styles}>
      {/* The embed changes both attributes on the element itself: for React they never change. */}
      <div {...attributes} ref={container} data-meshes-status="idle" aria-busy="true" />
      <div role="status" style={statusStyle} dir={loading === undefined ? 'auto' : undefined}>
        {shown.loading && (loading === undefined ? byDefault : loading)}
      </div>
      {problem && display === undefined && (
        <ProblemDisplay problem={problem} retry={retry} text={textsOf(props.texts).retry} />
      )}
      {problem && display && <OwnProblem display={display} problem={problem} retry={retry} />}
    </div>
  );
});
