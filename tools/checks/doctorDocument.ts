import { type CheckResult, resultOf } from './check.ts';
import { compareShownOutputs, doctorDocument } from './doctorDocument/shownOutputs.ts';

/** The outputs of the doctor that its document shows are what it prints, against a healthy sandbox and with each fault. */
export async function checkDoctorDocument(): Promise<CheckResult> {
  const { text, expected, runs, faults } = await compareShownOutputs();
  const shown = text.split('\n');
  const line = expected.split('\n').findIndex((one, index) => one !== shown[index]);
  const stale =
    text === expected
      ? null
      : `${doctorDocument}:${line + 1} is not what the doctor prints: npm run pnpm -- exec node tools/checks/doctorDocument/writeOutputs.ts`;
  return resultOf([stale, ...faults, ...Array.from({ length: runs - 1 }, () => null)]);
}
