import {
  causes,
  defaultTexts,
  problemCatalogue,
  symptomTitles,
  userTextOf,
  type CauseCode,
  type ProblemCode,
} from '@meshes-embed/core/diagnostics';
import { codesBySymptom } from '../codesBySymptom.ts';
import { demonstrations } from '../live/demonstrations.ts';

const isProblem = (code: CauseCode): code is ProblemCode => Object.hasOwn(problemCatalogue, code);
const codes = Object.keys(causes) as CauseCode[];

function errorPage(code: CauseCode): string {
  const { symptom, summary, explanation, remedy, recovery } = causes[code];
  // A user who is not signed in can do something about it.
  const signedOut = code === 'not-authorized' ? `; at 401 “${defaultTexts.signedOut}”` : '';
  const userText = isProblem(code)
    ? `Where no embed is on screen: “${defaultTexts[userTextOf(code)]}”${signedOut} The option \`texts\` puts it in [your own words](/guides/language).`
    : 'Nothing: it is found by `diagnose()`, and the embed stays in use.';
  const demonstration = demonstrations[code];
  return [
    `---\ntitle: ${code}\ndescription: ${JSON.stringify(summary)}\n---`,
    `# ${code}`,
    summary,
    `In Meshes’s own troubleshooting it belongs to [${symptomTitles[symptom]}](/errors/#${anchorOf(symptomTitles[symptom])}).`,
    '## Why',
    explanation,
    '## What to do',
    remedy,
    ...(demonstration === undefined
      ? []
      : ['## Make it happen', demonstration.says, `<LiveExample demonstration="${code}" />`]),
    '## What the toolkit does by itself',
    recovery,
    '## What the user reads',
    userText,
    '## Still not clear?',
    isProblem(code)
      ? '`formatDiagnosis(embed)` writes down what was seen, as text for a bug report, without secrets. [When it does not work](/guides/when-it-fails) goes from the page’s words to the cause, step by step.'
      : '`diagnose(embed)` has what was seen beside this code. [When it does not work](/guides/when-it-fails) goes from the page’s words to the cause, step by step.',
    '',
  ].join('\n\n');
}

/** The anchor that VitePress gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function rowOf(code: CauseCode): string {
  const found = isProblem(code) ? '' : ' Found by a look at the page.';
  return `| [\`${code}\`](/errors/${code}) | ${causes[code].summary}${found} |`;
}

function overview(): string {
  return [
    '---\ntitle: Errors\ndescription: "Every code that the toolkit reports: what was seen, why, and what to do."\n---',
    '# Errors',
    'Each problem has a stable code. It is in `view.problem.code`, in `onProblem`, in the trace, on the element that shows an embed that has failed (`data-meshes-problem`) and, in development builds, on the console. Look the code up here; below it is sorted as Meshes’s own troubleshooting is, by what its headings say.',
    'What is “found by a look at the page” is no problem of the embed’s own course: `diagnose(embed)` finds it. For the backend’s side there is [the doctor](/operate/doctor).',
    ...codesBySymptom.flatMap(({ title, codes: listed }) => [
      `## ${title}`,
      ['| code | what happened |', '|---|---|', ...listed.map(rowOf)].join('\n'),
    ]),
    '',
  ].join('\n\n');
}

/** The pages of all codes, by their path from the site's root, made of the catalogue in core. */
export function errorPages(): Map<string, string> {
  return new Map([
    ['errors/index.md', overview()],
    ...codes.map((code) => [`errors/${code}.md`, errorPage(code)] as const),
  ]);
}
