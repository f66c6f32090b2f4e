export {
  addressOf,
  pageLabels,
  productLinks,
  productName,
  settingsText,
  tabs,
  type ProductLink,
  type Tab,
} from './content.ts';
export { emptyFailureView, noticedLines, type FailureView, type NoticedLine } from './failures/failureView.ts';
export { createFailureController, type FailureController } from './failures/failureController.ts';
export type { Failure } from './failures/failure.ts';
export { endings, failureRows, failures } from './failures/failureList.ts';
export { insecureHost } from './failures/insecureHost.ts';
export { exposeDiagnosis } from './exposeDiagnosis.ts';
export { onExtraOptions, type ExtraOptions } from './extraOptions.ts';
export { inspect, openVisualizer } from './inspect.ts';
export { entryFor, pageOfAddress, writePage, type PageRoute } from './pageRoute.ts';
export { afterNoting, currentPage, factLines, noFacts, type FactLine, type ScreenFacts } from './screenFacts.ts';
export { customers, readScreenSettings, scenarios, type ScreenSettings, type View } from './screenSettings.ts';
export { signIn, type SignedIn } from './signIn.ts';
export { startScreen, type ShownScreen } from './startScreen.ts';
export { testIds } from './testIds.ts';
export { recordTrace } from './traceRecord.ts';
