import type { WebDriver, WebElement } from 'selenium-webdriver';
import { findElement, inFrame } from './webKitFrame.ts';

/** A place in what the page shows, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

type Place = { readonly x: number; readonly y: number; readonly hit: boolean };

/** In the page: the middle of an element, scrolled into view as far as its own document can do that, and whether the pointer hits it there. */
const middleText = `
  const [element] = arguments;
  const outside = ({ x, y }) => x < 0 || y < 0 || x >= innerWidth || y >= innerHeight;
  const middle = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: Math.floor(left + width / 2), y: Math.floor(top + height / 2) };
  };
  if (outside(middle())) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const { x, y } = middle();
  const found = element.getRootNode().elementFromPoint(x, y);
  return { x, y, hit: found !== null && element.contains(found) };`;

/** In the page: where a point of a frame's document lies, scrolled into view. */
const throughFrameText = `
  const [frame, inner] = arguments;
  const outside = ({ x, y }) => x < 0 || y < 0 || x >= innerWidth || y >= innerHeight;
  const place = () => {
    const { left, top } = frame.getBoundingClientRect();
    return { x: Math.floor(left + frame.clientLeft + inner.x), y: Math.floor(top + frame.clientTop + inner.y) };
  };
  if (outside(place())) frame.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  if (outside(place())) scrollBy({ left: place().x - innerWidth / 2, top: place().y - innerHeight / 2, behavior: 'instant' });
  const { x, y } = place();
  return { x, y, hit: frame.getRootNode().elementFromPoint(x, y) === frame };`;

function pointOf({ x, y, hit }: Place): Point {
  if (!hit) throw new Error('The pointer cannot reach the element: it is covered, clipped, hidden or empty.');
  return { x, y };
}

/**
 * Scrolls an element into view; the middle of it.
 *
 * @throws Error where the pointer would not hit it.
 */
export async function showPoint(driver: WebDriver, element: WebElement): Promise<Point> {
  return pointOf(await driver.executeScript<Place>(middleText, element));
}

/**
 * Scrolls an element of a frame's document into view; the middle of it, as the page at the top counts.
 *
 * @throws Error if there is no such element, or the pointer would not hit it.
 */
export async function pointInFrame(driver: WebDriver, frame: WebElement, selector: string): Promise<Point> {
  const inner = await inFrame(driver, frame, async () => showPoint(driver, await findElement(driver, selector)));
  return pointOf(await driver.executeScript<Place>(throughFrameText, frame, inner));
}
