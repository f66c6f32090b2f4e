/** What the test's host page offers to the test. */
export interface HostWindow {
  /** Everything that the embed has sent, oldest first. */
  messages: { readonly type: string; readonly path?: string; readonly height?: number }[];
  /** Frames a launch URL; answers `meshes:ready` with the token, unless that is null. */
  show(launchUrl: string, token: string | null): void;
  /** Brings a newer token; provided by the test. */
  newToken(): Promise<string>;
}

/**
 * The smallest host that keeps its side of the contract (§5): answers ready and token-refresh, applies heights. It does
 * without the toolkit's own client, so that these tests judge only the embed's side.
 */
export const hostPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Host</title>
<body style="margin:0">
<script>
  let frame, origin, token, asking = false;
  window.messages = [];
  window.show = (launchUrl, accessToken) => {
    token = accessToken;
    origin = new URL(launchUrl).origin;
    frame?.remove();
    frame = document.createElement('iframe');
    frame.title = 'Workspace';
    frame.style = 'border:0; display:block; width:100%; height:480px';
    frame.src = launchUrl;
    document.body.append(frame);
  };
  function sendToken() {
    if (token !== null) frame.contentWindow.postMessage({ type: 'meshes:auth', token }, origin);
  }
  addEventListener('message', async (event) => {
    if (event.source !== frame?.contentWindow || event.origin !== origin) return;
    window.messages.push(event.data);
    if (event.data.type === 'meshes:ready') sendToken();
    if (event.data.type === 'meshes:resize') frame.style.height = Math.max(480, event.data.height) + 'px';
    if (event.data.type === 'meshes:token-refresh' && token !== null && !asking) {
      asking = true;
      token = await window.newToken();
      asking = false;
      sendToken();
    }
  });
</script>
</body>
</html>`;
