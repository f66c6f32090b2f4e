/** The look of the sandbox's own small pages: refused launch, consent, landing. In step with the embed's pages. */
export const style = `
:root{color-scheme:light dark;--canvas:#fafafb;--surface:#fff;--sunken:#f4f5f7;--line:#e5e6ea;--text:#191b20;--quiet:#5d6370;--accent:#3f4fd0;--on-accent:#fff;--good:#0f7048;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--canvas:#0f1013;--surface:#17181c;--sunken:#1e2025;--line:#292b32;--text:#eceef2;--quiet:#a0a6b3;--accent:#a3adff;--on-accent:#14162b;--good:#5fd0a0;--bad:#ff8f86}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--canvas);color:var(--text);font:15px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif}
main{max-width:880px;margin:0 auto;padding:48px 24px}
main.card{max-width:480px;margin:10vh auto;padding:32px;background:var(--surface);border:1px solid var(--line);border-radius:12px}
h1{margin:0 0 12px;font-size:20px;font-weight:600;line-height:1.3;text-wrap:balance}
h2{margin:40px 0 8px;font-size:15px;font-weight:600}
p,ul,dl{margin:0 0 16px}
p.quiet,dt,.mark{color:var(--quiet)}
.mark{margin:0 0 24px;font-size:13px;font-weight:600;letter-spacing:.02em}
.mark::before{content:'';display:inline-block;width:8px;height:8px;margin-right:8px;border-radius:50%;background:var(--accent)}
.mark.bad::before{background:var(--bad)}
.mark.good::before{background:var(--good)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px}
dd{margin:0;min-width:0;overflow-wrap:anywhere}
dl.long{row-gap:12px}
dd pre{margin:6px 0 0}
a{color:var(--accent)}
code,pre{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace}
pre{margin:0 0 16px;padding:12px 16px;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--sunken);border-radius:8px}
@media(max-width:560px){dl{grid-template-columns:minmax(0,1fr);row-gap:0}dd{margin-bottom:12px}}
form{display:flex;gap:8px;margin-top:24px}
button{min-height:40px;padding:8px 20px;border:1px solid var(--line);border-radius:8px;background:var(--surface);color:inherit;font:inherit;font-weight:500;cursor:pointer}
button.primary{border-color:transparent;background:var(--accent);color:var(--on-accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
`;

/** Lets {@link style} through a policy that forbids inline styles otherwise. */
export async function stylePolicy(): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}'`;
}
