import { useEffect, useRef, type RefObject } from 'react';
import { setStyles } from './setStyles.ts';

/**
 * Sets the styles of an element and of its second child once it is there: a policy may have refused those that came in
 * the server's HTML, and React does not set them again. Later ones React sets.
 */
export function useStylesByScript(place: RefObject<HTMLElement | null>, styles: object, childStyle?: object): void {
  const latest = useRef([styles, childStyle]);
  useEffect(() => {
    latest.current = [styles, childStyle];
  });
  useEffect(() => {
    const [own, child] = latest.current;
    setStyles(place.current!, own);
    setStyles(place.current!.children[1] as HTMLElement, child);
  }, [place]);
}
