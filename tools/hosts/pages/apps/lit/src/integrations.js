import { html, LitElement } from 'lit';

export class IntegrationsPage extends LitElement {
  static properties = { page: { state: true } };

  constructor() {
    super();
    this.page = 'rules';
  }

  render() {
    return html`
      <button type="button" @click=${() => (this.page = 'connections')}>connections</button>
      <output>${this.page}</output>
      <meshes-embed
        endpoint="/api/meshes"
        .allowInsecureLocalhost=${true}
        .minHeight=${600}
        .page=${this.page}
        @pagechange=${({ detail }) => (this.page = detail)}
      ></meshes-embed>
    `;
  }
}

customElements.define('integrations-page', IntegrationsPage);
