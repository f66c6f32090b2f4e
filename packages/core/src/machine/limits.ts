/** So many sessions are fetched or refreshed at most within {@link callsWindow}, whatever happens. */
export const mostCalls = 12;
/** ms */
export const callsWindow = 600_000;

/** How long the backend may take to answer. ms */
export const callDeadline = 15_000;
/** How long `meshes:ready` may take after the iframe was launched, where the launch URL does not end sooner. ms */
export const readyDeadline = 15_000;
/** How long `meshes:ready` may take after the iframe loaded another document. ms */
export const reloadDeadline = 3_000;

/** The safety refresh, where the embed did not ask itself: at this share of the token's life. */
export const refreshShare = 0.9;
/** Tabs opened together do not refresh together: the safety refresh comes earlier by up to this share. */
export const refreshJitter = 0.05;
/** A timer over 2³¹−1 ms fires at once; a longer wait is cut to this. ms */
export const longestDelay = 2 ** 31 - 1;

/** Launches that may fail in a row, where the backend answers, before the embed gives up. */
export const mostLaunchFailures = 3;
/** Calls that may fail in a row before the embed gives up. */
export const mostCallFailures = 8;

/** After a failure the next try waits a random time up to this, doubled with each further failure. ms */
export const retryFirst = 500;
/** ms */
export const retryLongest = 120_000;

/** An ask of the embed before this share of the token's life is no scheduled one. */
export const earlyShare = 0.5;

/** An ask that comes this soon after a refresh is hasty: the token was refused, or the embed is confused. ms */
export const hastyWindow = 60_000;
/** The first hasty ask is served this long after the refresh, each further one twice as long. ms */
export const hastyFirst = 2_000;
