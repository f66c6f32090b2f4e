import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import '@meshes-embed/element';
import type { LaunchPage } from '@meshes-embed/element';

@Component({
  selector: 'app-integrations',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button type="button" (click)="page.set('connections')">connections</button>
    <output>{{ page() }}</output>
    <meshes-embed
      endpoint="/api/meshes"
      [allowInsecureLocalhost]="true"
      [minHeight]="600"
      [page]="page()"
      (pagechange)="follow($event)"
    ></meshes-embed>
  `,
})
export class Integrations {
  readonly page = signal<LaunchPage>('rules');

  follow(event: Event): void {
    this.page.set((event as CustomEvent<LaunchPage>).detail);
  }
}
