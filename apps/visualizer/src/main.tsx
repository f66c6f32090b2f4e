import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { layOutCharts } from './chart/charts.ts';
import { createLiveStore } from './live/liveStore.ts';
import './styles/app.css';

const live = createLiveStore(location.search, window.opener as Window | null);
createRoot(document.querySelector('#root') as HTMLElement).render(<App layouts={await layOutCharts()} live={live} />);
