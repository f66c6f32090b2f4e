import { startScreen } from '@meshes-embed/app-shared';
import '@meshes-embed/app-shared/screen.css';
import { createApp } from 'vue';
import App from './App.vue';

await startScreen((element, shown) => {
  const app = createApp(App, { ...shown });
  // Errors of handlers are uncaught errors of the page, for whatever collects those; Vue by itself only prints them.
  app.config.errorHandler = (error) => reportError(error);
  app.mount(element);
  return () => app.unmount();
});
