export { pageLabels, productLinks, productName, type ProductLink } from './content.ts';
export { onExtraOptions, type ExtraOptions } from './extraOptions.ts';
export { inspectable, openVisualizer, type Inspectable } from './inspectable.ts';
export { afterNoting, currentPage, factLines, noFacts, type FactLine, type ScreenFacts } from './screenFacts.ts';
export { customers, readScreenSettings, scenarios, type ScreenSettings } from './screenSettings.ts';
export { signIn, type SignedIn } from './signIn.ts';
export { testIds } from './testIds.ts';
export { recordTrace } from './traceRecord.ts';
