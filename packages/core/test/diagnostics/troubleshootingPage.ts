import {
  causes,
  defaultTexts,
  problemCatalogue,
  symptomTitles,
  userTextOf,
  type CauseCode,
  type Symptom,
  type ProblemCode,
} from '../../src/diagnostics/index.ts';

const introduction = `# Problems and remedies

<!-- Written from the catalogue in packages/core/src/diagnostics: change it there, then run \`npm run docs\`. -->

Meshes's own troubleshooting lists five failures. The toolkit notices each of them, names its cause with a stable code, and cures it
where that is possible. The code is in \`view.problem.code\`, in \`onProblem\`, in the trace, on the element that shows the
problem (\`data-meshes-problem\`), and, in development builds, on the console.

What an embed cannot run into, but what a look at the page and the session finds, is in the report of \`diagnose(embed)\` of
\`@meshes-embed/core/diagnostics\`: one group of checks for each of the five failures, each check passed, failed or not known yet,
with what was seen and the code of the cause. \`formatDiagnosis(embed)\` writes it as text for a bug report. Both take an adapter's
handle as well; in development builds \`embed.diagnose()\` gives the same. Nothing in it is secret.

The status is \`recovering\` while a cure is under way. In \`failed\` nothing more is tried until \`relaunch\` is called, which the
retry button does.

All of that is the page's side. Whether the backend has what embedding takes, \`npx @meshes-embed/doctor\` finds out; see
[looking at the backend's side](doctor.md).`;

const isProblem = (code: CauseCode): code is ProblemCode => Object.hasOwn(problemCatalogue, code);

function section(code: CauseCode): string {
  const { summary, explanation, remedy, recovery } = causes[code];
  const user = isProblem(code)
    ? `Where it ends in \`failed\`: “${defaultTexts[userTextOf(code)]}”`
    : 'Nothing: `diagnose()` finds it.';
  const list = [
    `- **Usually:** ${explanation}`,
    `- **What to do:** ${remedy}`,
    `- **By itself:** ${recovery}`,
    `- **The user is told:** ${user}`,
  ];
  return [`### ${code}`, summary, list.join('\n')].join('\n\n');
}

/** The whole page of problems and remedies, from the catalogue. */
export function troubleshootingPage(): string {
  const codes = Object.keys(causes) as CauseCode[];
  const rows = Object.entries(symptomTitles) as [Symptom, string][];
  const codesOf = (row: Symptom): CauseCode[] => codes.filter((code) => causes[code].symptom === row);
  const overview = [
    '| what people see | causes |',
    '|---|---|',
    ...rows.map(
      ([row, title]) =>
        `| [${title}](#${anchor(title)}) | ${codesOf(row)
          .map((code) => `[${code}](#${code})`)
          .join(' · ')} |`,
    ),
  ].join('\n');
  const sections = rows.map(([row, title]) => [`## ${title}`, ...codesOf(row).map(section)].join('\n\n'));
  return `${[introduction, overview, ...sections].join('\n\n')}\n`;
}

/** The anchor that Markdown gives a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
