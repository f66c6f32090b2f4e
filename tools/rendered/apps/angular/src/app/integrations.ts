import '@meshes-embed/element';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { LaunchPage } from '@meshes-embed/element';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <p>{{ page() }}</p>
    <button type="button" (click)="page.set('events')">events</button>
    <meshes-embed
      endpoint="/api/meshes"
      [page]="page()"
      (pagechange)="onPageChange($event)"
      [minHeight]="600"
      [allowInsecureLocalhost]="true"
    ></meshes-embed>
  `,
})
export class Integrations {
  protected readonly page = signal<LaunchPage>('rules');

  protected onPageChange(event: Event): void {
    this.page.set((event as CustomEvent<LaunchPage>).detail);
  }
}
