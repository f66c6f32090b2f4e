import { failureSpec, type FailureFixture } from '../../src/scenario/failureSpec.ts';

/** An embed that has been live for so long has told its height, if it ever does; then it is looked at. ms */
const heightPatience = 5_200;

const outwaitHeight = ({ screen }: FailureFixture): Promise<void> => screen.outwait('live', heightPatience);

failureSpec('height-missing', { until: outwaitHeight });

failureSpec('minimum-too-small', { until: outwaitHeight, says: ['height-missing', 'minimum-too-small'] });

failureSpec('height-overruled', { until: outwaitHeight });

// A closed tab or panel hides its embed on purpose, so that this is not said on the console.
failureSpec('container-hidden', { says: [] });

// So many changes within five seconds: time stands still until they have come.
failureSpec('height-loop', { until: ({ screen }) => screen.expectSteps('height-loop', 1) });
