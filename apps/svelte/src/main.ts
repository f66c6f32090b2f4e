import '@meshes-embed/app-shared/screen.css';
import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.querySelector('#root') as HTMLElement });
