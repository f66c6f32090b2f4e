// What the live example loads with its first step.
export { codesBySymptom } from '../codesBySymptom.ts';
export { demonstrations } from './demonstrations.ts';
export { embedIn, openLiveExample } from './liveExample.ts';
export { saveForVisualizer } from './saveForVisualizer.ts';
