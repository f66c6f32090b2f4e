import { readScreenSettings, signIn } from '@meshes-embed/conformance/screen';
import '@meshes-embed/conformance/screen.css';
import { createApp, h } from 'vue';
import App from './App.vue';

try {
  const settings = readScreenSettings(location.search);
  createApp(App, { settings, signedIn: await signIn(settings) }).mount('#root');
} catch (error) {
  createApp(() => h('p', { role: 'alert' }, error instanceof Error ? error.message : 'The screen could not be started.')).mount('#root');
}
