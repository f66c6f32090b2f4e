import '@meshes-embed/element';
import { html, LitElement } from 'lit';

export class Integrations extends LitElement {
  static properties = { page: { state: true } };

  constructor() {
    super();
    this.page = 'rules';
  }

  render() {
    return html`
      <p>${this.page}</p>
      <button type="button" @click=${() => (this.page = 'events')}>events</button>
      <meshes-embed
        endpoint="/api/meshes"
        .page=${this.page}
        @pagechange=${({ detail }) => (this.page = detail)}
        .minHeight=${600}
        .allowInsecureLocalhost=${true}
      ></meshes-embed>
    `;
  }
}
customElements.define('app-integrations', Integrations);
