import { startScreen } from '@meshes-embed/app-shared';
import '@meshes-embed/app-shared/screen.css';
import { mount, unmount } from 'svelte';
import App from './App.svelte';

await startScreen((target, shown) => {
  const app = mount(App, { target, props: { ...shown } });
  return () => void unmount(app);
});
