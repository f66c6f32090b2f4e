import { startScreen } from '@meshes-embed/app-shared';
import '@meshes-embed/app-shared/screen.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

await startScreen((element, shown) => {
  const root = createRoot(element);
  root.render(<App {...shown} />);
  return () => root.unmount();
});
