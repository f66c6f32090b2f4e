import type { FrameFault } from '../wire.ts';

/** A fault stays until it is deleted, or for so many uses. */
export interface Times {
  readonly times?: number;
}

/** Where given, the fault concerns that session alone. */
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

/** Everything that can be made to go wrong: by the service, or ({@link FrameFault}) by the embed's page. */
export type Fault =
  | LatencyFault
  | ClockSkewFault
  | MintStatusFault
  | RefreshStatusFault
  | RefreshHangFault
  | LaunchExpiredFault
  | (FrameFault & Times & ForSession);

/** A fault that is in force. */
export type ActiveFault = Fault & {
  readonly id: string;
  /** Uses left; absent where it stays until deleted. */
  readonly times_left?: number;
};
