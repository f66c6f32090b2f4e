import type { WebDriver, WebElement } from 'selenium-webdriver';
import { firstText, noElement } from './pageCall.ts';

/** @throws Error if there is no such frame. */
export async function findElement(driver: WebDriver, selector: string): Promise<WebElement> {
  const element = await driver.executeScript<WebElement | null>(`return ${firstText(selector)}`);
  if (element === null) throw noElement(selector);
  return element;
}

/** In the page: whether the focus is in a frame, and which other frame has it instead. */
const focusText = `
  const [frame] = arguments;
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return { here: active === frame, elsewhere: active !== frame && active instanceof HTMLIFrameElement ? active : null };`;

/**
 * Runs commands in the document of a frame, and goes back to the top level of the window. The driver moves the focus into
 * a frame that it enters, and leaves it there: it is taken back to where it was.
 */
export async function inFrame<Result>(
  driver: WebDriver,
  frame: WebElement,
  commands: () => Promise<Result>,
): Promise<Result> {
  const focus = await driver.executeScript<{ here: boolean; elsewhere: WebElement | null }>(focusText, frame);
  await driver.switchTo().frame(frame);
  try {
    return await commands();
  } finally {
    // Entering a window focuses its top level; going to the top level does not.
    if (focus.here) await driver.switchTo().defaultContent();
    else await driver.switchTo().window(await driver.getWindowHandle());
    if (focus.elsewhere !== null)
      await driver.executeScript('arguments[0].focus({ preventScroll: true })', focus.elsewhere);
  }
}
