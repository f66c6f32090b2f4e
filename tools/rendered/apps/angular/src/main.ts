import { bootstrapApplication, provideClientHydration } from '@angular/platform-browser';
import { Integrations } from './app/integrations';

await bootstrapApplication(Integrations, { providers: [provideClientHydration()] });
