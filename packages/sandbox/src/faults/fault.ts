import type { FrameFault } from '../wire.ts';

/** A fault stays until it is deleted, or for so many uses. */
export interface Times {
  readonly times?: number;
}

/** If given, the fault concerns only that session. */
export interface ForSession {
  readonly session_id?: string;
}

/** The service is slow: every request of the management API and the embed waits so long first. */
export interface LatencyFault extends Times {
  readonly fault: 'latency';
  readonly ms: number;
}

/** The service's clock is ahead by so many seconds, or behind where negative: its dates, and its checks of `iat` and `exp`. */
export interface ClockSkewFault extends Times {
  readonly fault: 'clock-skew';
  readonly seconds: number;
}

/** Mints answer with this HTTP status, and `Retry-After` in s where given. */
export interface MintStatusFault extends Times {
  readonly fault: 'mint-status';
  readonly status: number;
  readonly retryAfter?: number;
}

/** Refreshes answer with this HTTP status, and `Retry-After` in s where given. */
export interface RefreshStatusFault extends Times, ForSession {
  readonly fault: 'refresh-status';
  readonly status: number;
  readonly retryAfter?: number;
}

/** Refreshes are not answered until the caller hangs up or the fault is deleted. */
export interface RefreshHangFault extends Times, ForSession {
  readonly fault: 'refresh-hang';
}

/** The launch token counts as expired. */
export interface LaunchExpiredFault extends Times, ForSession {
  readonly fault: 'launch-expired';
}

/** Launch URLs are not spent: each opens the embed again and again until its time is over. */
export interface LaunchReusableFault extends Times, ForSession {
  readonly fault: 'launch-reusable';
}

/** The embed's page says in `frame-ancestors` that these may frame it, whatever the mint said. */
export interface FrameAncestorsFault extends Times, ForSession {
  readonly fault: 'frame-ancestors';
  /** The header's value, such as `https://other.example.com` or `'none'`. */
  readonly value: string;
}

/** Older tokens of a refreshed session are still taken. */
export interface StaleAcceptedFault extends Times, ForSession {
  readonly fault: 'stale-accepted';
}

/** Revocations answer with this HTTP status, and `Retry-After` in s where given. */
export interface RevokeStatusFault extends Times, ForSession {
  readonly fault: 'revoke-status';
  readonly status: number;
  readonly retryAfter?: number;
}

/** Everything that can be made to go wrong: by the service, or ({@link FrameFault}) by the embed's page. */
export type Fault =
  | LatencyFault
  | ClockSkewFault
  | MintStatusFault
  | RefreshStatusFault
  | RefreshHangFault
  | LaunchExpiredFault
  | LaunchReusableFault
  | FrameAncestorsFault
  | StaleAcceptedFault
  | RevokeStatusFault
  | (FrameFault & Times & ForSession);

/** A fault that is in force. */
export type ActiveFault = Fault & {
  readonly id: string;
  /** Uses left; absent where it stays until deleted. */
  readonly times_left?: number;
};
