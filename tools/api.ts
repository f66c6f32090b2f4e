// `npm run api`: writes the reports in docs/api again, which say what the packages export. The layer `build` fails while
// they are stale.
import { writeApiReports } from './checks/apiReports.ts';

await writeApiReports();
