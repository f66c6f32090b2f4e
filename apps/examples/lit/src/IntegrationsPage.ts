import '@meshes-embed/element';
import type { LaunchPage } from '@meshes-embed/element';
import { html, LitElement } from 'lit';

const pages: readonly LaunchPage[] = ['dashboard', 'connections', 'rules', 'events'];

export class IntegrationsPage extends LitElement {
  static override properties = { page: { state: true } };
  declare page: LaunchPage;

  constructor() {
    super();
    this.page = 'dashboard';
  }

  /** The example's own styles are the page's. */
  override createRenderRoot() {
    return this;
  }

  override render() {
    // allowInsecureLocalhost is for a sandbox on your own machine; it admits nothing but loopback.
    return html`
      <nav aria-label="Integrations">
        ${pages.map(
          (one) => html`
            <button type="button" data-page=${one} aria-pressed=${this.page === one} @click=${() => (this.page = one)}>
              ${one}
            </button>
          `,
        )}
      </nav>
      <meshes-embed
        endpoint="/api/meshes"
        title="Integrations"
        .minHeight=${600}
        .allowInsecureLocalhost=${true}
        .page=${this.page}
        @pagechange=${({ detail }: CustomEvent<LaunchPage>) => (this.page = detail)}
      ></meshes-embed>
    `;
  }
}
