// Run by hand after the catalogue of causes or one of its texts has changed.
import { writeFileSync } from 'node:fs';
import { pagePath } from './pagePath.ts';
import { troubleshootingPage } from './page.ts';

writeFileSync(pagePath, troubleshootingPage());
