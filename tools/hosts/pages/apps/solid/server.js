import { render } from './dist/server/server.js';
import { serve } from './serve.js';

serve(render);
