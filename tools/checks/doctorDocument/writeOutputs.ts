// Run by hand after the doctor has changed: writes what it prints into its document.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../workspace/paths.ts';
import { compareShownOutputs, doctorDocument } from './shownOutputs.ts';

const { expected, faults } = await compareShownOutputs();
writeFileSync(join(root, doctorDocument), expected);
for (const fault of faults) console.error(fault);
