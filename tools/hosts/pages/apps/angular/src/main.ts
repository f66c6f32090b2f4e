import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication, provideClientHydration } from '@angular/platform-browser';
import { Integrations } from './integrations';

bootstrapApplication(Integrations, {
  providers: [provideZonelessChangeDetection(), provideClientHydration()],
}).catch((error: unknown) => console.error(error));
