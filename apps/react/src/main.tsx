import { readScreenSettings, signIn } from '@meshes-embed/app-shared';
import '@meshes-embed/app-shared/screen.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

const root = createRoot(document.querySelector('#root') as HTMLElement);

try {
  const settings = readScreenSettings(location.search);
  root.render(<App settings={settings} signedIn={await signIn(settings)} />);
} catch (error) {
  root.render(<p role="alert">{error instanceof Error ? error.message : 'The screen could not be started.'}</p>);
}
