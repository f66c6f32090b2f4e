import type { ScreenSettings, SignedIn } from '@meshes-embed/app-shared';
import type { ReactElement } from 'react';
import { FailuresPage } from './FailuresPage.tsx';
import { IntegrationsPage } from './IntegrationsPage.tsx';
import { Shell } from './Shell.tsx';

/** The whole screen, for a user who is signed in. */
export function App({ settings, signedIn }: { settings: ScreenSettings; signedIn: SignedIn }): ReactElement {
  return (
    <Shell customer={signedIn.workspace.name} role={settings.role} view={settings.view}>
      {settings.view === 'failures' ? (
        <FailuresPage settings={settings} />
      ) : (
        <IntegrationsPage scenario={settings.scenario} kept={settings.leaving === 'kept'} />
      )}
    </Shell>
  );
}
