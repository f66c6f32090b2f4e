/** So many launches that no one asked for are made at most within {@link limitWindowMs}. */
export const maxRecoveries = 6;
/** So many refreshes that the host did not ask for are made at most within {@link limitWindowMs}. */
export const maxRefreshes = 12;
/** ms */
export const limitWindowMs = 600_000;

/** A host that launches more often than this within {@link hostWindowMs} loops, and has to wait. */
export const maxHostLaunches = 20;
/** ms */
export const hostWindowMs = 10_000;
/** How long it has to wait. ms */
export const hostPauseMs = 2_000;

/** How long the backend may take to answer. ms */
export const callTimeoutMs = 15_000;
/** How long `meshes:ready` may take after the document's `load`, unless the option `readyTimeout` says otherwise. ms */
export const readyTimeoutMs = 15_000;
/** How long a launched document may take to load. ms */
export const loadTimeoutMs = 60_000;
/** How long after its `load` a document that has not said ready counts as unresponsive, while it is waited for. ms */
export const unresponsiveAfterMs = 5_000;
/** How long `meshes:ready` may take after the iframe loaded another document. ms */
export const reloadTimeoutMs = 3_000;
/** How long a document that loaded after it was given a token may say nothing at all. ms */
export const firstMessageTimeoutMs = 10_000;

/** A container that was taken out while a session is fetched may come back for it within this time. ms */
export const takenOutGraceMs = 5_000;

/** So many embeds are parked in a document at most. */
export const maxParked = 3;
/** A preloaded embed that no one looks at ends after this, unless `keepAlive` says otherwise. ms */
export const preloadLifeMs = 120_000;

/** After this the user is told that it takes longer than usual. ms */
export const slowAfterMs = 8_000;

/** The safety refresh, where the embed did not request one: at this share of the token's life. */
export const refreshShare = 0.9;
/** Tabs opened together do not refresh together: the safety refresh comes earlier by up to this share. */
export const refreshJitter = 0.05;
/** A timer over 2³¹−1 ms fires at once; a longer wait is cut to this. ms */
export const maxTimerMs = 2 ** 31 - 1;

/** Launches that may come to nothing in a row, where the backend answers, before the embed gives up. */
export const maxFailedLaunches = 3;
/** So long live, a launch has succeeded: failures before it count no more. ms */
export const stableAfterMs = 30_000;

/** After a failure the next try waits a random time up to this, doubled with each further failure. ms */
export const retryBaseMs = 500;
/** ms */
export const retryMaxMs = 60_000;
/** After a document that was unresponsive the next try waits at least this long: it may still say ready. ms */
export const lateReadyMs = 2_500;

/** A refresh request before this share of the token's life is no scheduled one: the token was refused. */
export const earlyShare = 0.5;

/** A refresh request this soon after a refresh suggests that the embed rejected the new token. ms */
export const rapidWindowMs = 60_000;
/** The first of those is served this long after the refresh, each further one twice as long. ms */
export const rapidBackoffMs = 2_000;

/** A height that is reported so soon after the one before was applied may answer it. ms */
export const answerWindowMs = 500;
/** One that answers by steps of one size comes this soon: within a few frames. ms */
export const quickAnswerMs = 64;
/** So many growths in a row, each soon after the one before was applied, are looked at closely: an animation of a second has fewer at 120 Hz. */
export const maxGrowths = 150;
/** Fewer are, where they are more than this… */
export const minGrowths = 60;
/** …and have gone on for longer than this. ms */
export const maxGrowthMs = 1_800;
/** So many turns from growing to shrinking and back are a loop, those apart that are forgotten each second. */
export const maxTurns = 40;
/** Springs and people turn less often than this. Turns a second */
export const turnsForgottenPerSecond = 5;
/** A held height is let go when no other one was reported for so long; twice as long after each relapse. ms */
export const calmAfterMs = 1_000;
