import { causes, symptomTitles, type CauseCode, type Symptom } from '@meshes-embed/core/diagnostics';

const codes = Object.keys(causes) as CauseCode[];

/** The codes, by what people see. */
export const codesBySymptom: readonly { readonly title: string; readonly codes: readonly CauseCode[] }[] = (
  Object.entries(symptomTitles) as [Symptom, string][]
).map(([symptom, title]) => ({ title, codes: codes.filter((code) => causes[code].symptom === symptom) }));
