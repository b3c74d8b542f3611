/** The campus that the simulation is about. What is counted per person is per person and ordinary weekday. */
export const CAMPUS = {
  people: 40_000,
  /** Sign in, read, and forget their tokens: most apps. */
  webApps: 40,
  /** Keep a refresh token on each device, and refresh when somebody opens them. */
  phoneApps: 7,
  /** Refresh every night for whoever connected them, e.g. a calendar. */
  nightlyApps: 3,
} as const;

export const RATES = {
  /** With a password; a session lasts fourteen days. */
  signIns: 0.25,
  wrongPasswords: 0.05,
  /** Links of a forgotten password; four of five are used. */
  passwordResets: 0.005,
  /** Completed code flows of web apps. */
  webFlows: 1.5,
  /** Flows whose code is never redeemed. */
  lostCodes: 0.02,
  /** Phone apps set up anew: another device, or instead of an old one. */
  phoneSetUps: 0.01,
  phoneOpenings: 0.5,
  /** People who connect or reconnect a nightly app. */
  nightlyConnections: 0.003,
  /** People who end an app's access on their account page. */
  disconnections: 0.002,
  /** What maintainers do that the audit log tells of: twenty a day at the whole campus. */
  maintenance: 20 / 40_000,
} as const;

/** Of flows of web apps: how often tokens are revoked when somebody signs out of the app. */
export const REVOKED_AT_SIGN_OUT = 0.05;
/** Reads of a person's data after a flow, on average; the first at once. */
export const READS_AFTER_FLOW = 1.4;
/** At most so many devices of a person, and nightly apps. */
export const MOST_DEVICES = 2;
/** Sandbox runs of each app a weekday. */
export const SANDBOX_RUNS = 3;

/** In seconds; what the program has unless told otherwise. */
export const LIFETIMES = {
  code: 60,
  accessToken: 36_000,
  session: 14 * 86_400,
  passwordReset: 3600,
  attempt: 3600,
} as const;
