/** What happy-dom lets a test set; no other environment has this. */
interface HappySettings {
  enableIframePageLoading?: boolean;
  disableIframePageLoading?: boolean;
}

/**
 * happy-dom gives an iframe no window, and prints an error, while it may load no pages; which is its default. An empty
 * document is a page to it, too. Where that is so, lets iframes have theirs until the result is called.
 */
export function allowBlankFrames(): () => void {
  const settings = (globalThis as { happyDOM?: { settings?: HappySettings } }).happyDOM?.settings;
  if (!settings) return () => {};
  const { enableIframePageLoading, disableIframePageLoading } = settings;
  settings.enableIframePageLoading = true;
  settings.disableIframePageLoading = false;
  return () => {
    if (enableIframePageLoading !== undefined) settings.enableIframePageLoading = enableIframePageLoading;
    if (disableIframePageLoading !== undefined) settings.disableIframePageLoading = disableIframePageLoading;
  };
}
