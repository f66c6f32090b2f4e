import { readScreenSettings, signIn } from '@meshes-embed/app-shared';
import '@meshes-embed/app-shared/screen.css';
import { failuresPage } from './failuresPage.ts';
import { integrationsPage } from './integrationsPage.ts';
import { shell } from './shell.ts';

const root = document.querySelector('#root') as HTMLElement;

try {
  const settings = readScreenSettings(location.search);
  const signedIn = await signIn(settings);
  root.append(
    shell(
      signedIn.workspace.name,
      settings,
      settings.view === 'failures' ? failuresPage(settings) : integrationsPage(settings.scenario),
    ),
  );
} catch (error) {
  const message = document.createElement('p');
  message.role = 'alert';
  message.textContent = error instanceof Error ? error.message : 'The screen could not be started.';
  root.append(message);
}
