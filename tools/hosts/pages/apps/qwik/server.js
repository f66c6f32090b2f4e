import { render } from './server/entry.ssr.js';
import { serve } from './serve.js';

serve(render, 'dist');
