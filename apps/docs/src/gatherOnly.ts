// For `vitepress dev`: the pages without the reference, which takes longest.
import { gather } from './gather/gather.ts';

console.log(`${gather().length} pages`);
