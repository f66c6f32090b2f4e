import { readFileSync } from 'node:fs';
import { causes } from '@meshes-embed/core/diagnostics';
import { type CheckResult, resultOf } from './check.ts';
import { troubleshootingPage } from './troubleshooting/page.ts';
import { pagePath } from './troubleshooting/pagePath.ts';

const howTo = 'Run: npm run pnpm -- exec node tools/checks/troubleshooting/writePage.ts';

/** The page of problems and remedies against the catalogue it is written from; an anchor for each code. */
export async function checkTroubleshooting(): Promise<CheckResult> {
  const page = readFileSync(pagePath, 'utf8');
  const anchors = Object.keys(causes).map((code) =>
    page.includes(`\n### ${code}\n`) ? null : `docs/troubleshooting.md: no heading for ${code}. ${howTo}`,
  );
  return resultOf([
    page === troubleshootingPage() ? null : `docs/troubleshooting.md: not what the catalogue says. ${howTo}`,
    ...anchors,
  ]);
}
