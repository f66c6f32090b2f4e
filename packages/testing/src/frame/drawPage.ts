/** What a person sees of the fake embed. */
export interface DrawnPage {
  /** Where the embed is, such as `/workspace/rules`. */
  readonly path: string;
  readonly role: string;
}

/**
 * Draws the embed's page in an empty document, for people who look at a story: its name, and that it is a fake. By script
 * only, which a policy of the page for styles and markup has nothing against.
 */
export function drawPage(document: Document, { path, role }: DrawnPage): void {
  const heading = document.createElement('h1');
  heading.textContent = path.replace(/^\/workspace\//, '').replace(/^./, (letter) => letter.toUpperCase());
  const note = document.createElement('p');
  note.textContent = `A fake Meshes workspace, for tests and stories. You are ${role} here.`;
  const { style } = document.body;
  style.setProperty('font', '16px/1.5 system-ui, sans-serif');
  style.setProperty('margin', '24px');
  document.documentElement.lang = 'en';
  document.title = heading.textContent;
  document.body.replaceChildren(heading, note);
}
