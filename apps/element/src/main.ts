import { startScreen } from '@meshes-embed/app-shared';
import '@meshes-embed/app-shared/screen.css';
import { failuresPage } from './failuresPage.ts';
import { integrationsPage } from './integrationsPage.ts';
import { shell } from './shell.ts';

await startScreen((root, { settings, signedIn }) => {
  const gone = new AbortController();
  const page =
    settings.view === 'failures'
      ? failuresPage(settings, gone.signal)
      : integrationsPage(settings.scenario, settings.leaving === 'kept', gone.signal);
  root.append(shell(signedIn.workspace.name, settings, page));
  return () => gone.abort();
});
