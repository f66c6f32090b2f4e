import { readScreenSettings, signIn } from '@meshes-embed/app-shared';
import '@meshes-embed/app-shared/screen.css';
import { createApp, h } from 'vue';
import App from './App.vue';

try {
  const settings = readScreenSettings(location.search);
  const app = createApp(App, { settings, signedIn: await signIn(settings) });
  // Errors of handlers are uncaught errors of the page, for whatever collects those; Vue by itself only prints them.
  app.config.errorHandler = (error) => reportError(error);
  app.mount('#root');
} catch (error) {
  createApp(() =>
    h('p', { role: 'alert' }, error instanceof Error ? error.message : 'The screen could not be started.'),
  ).mount('#root');
}
