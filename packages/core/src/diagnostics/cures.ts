// What the toolkit does by itself about several of the causes.

export const triedAgain =
  'It is tried again by itself, later each time (at most a minute) and no sooner than Retry-After says.';
export const failed = 'Nothing: it ends in failed, and offers another try.';
export const freshLaunch = 'A fresh session is launched, up to three times in a row; then it ends in failed.';
