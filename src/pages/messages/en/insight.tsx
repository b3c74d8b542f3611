/** What a developer learns about their app: why requests failed, and how much it is used. */
export const insight = {
  navigation: 'Pages of the app',
  places: {
    app: 'Settings',
    activity: 'Activity',
    integrate: 'Integrate',
    playground: 'Playground',
  },

  activityTitle: 'Activity',
  activityLead: (app: string): string =>
    `What ${app} asked for, and what became of it. Secrets, codes and tokens are never kept.`,
  environments: 'Environment',
  environment: { live: 'Live', sandbox: 'Sandbox' },

  usageTitle: 'Usage',
  usageSummary: 'The last 30 days, in the institution’s time zone.',
  charts: {
    authorizations: 'Authorizations',
    tokens: 'Tokens issued or refreshed',
    reads: 'Data reads',
    errors: 'Errors',
  },
  chartMeaning: (total: string, most: string, day: string): string =>
    `${total} in 30 days; most on ${day}: ${most}.`,
  chartEmpty: 'None in 30 days.',
  chartTotal: (total: string): string => `${total} in 30 days`,
  peopleTitle: 'People with access now',
  askedTitle: 'Consent asked for',
  askedMeaning: (allowed: string, denied: string): string => `${allowed} allowed, ${denied} denied`,
  asTable: 'The numbers as a table',
  tableCaption: 'Usage by day',
  day: 'Day',
  nothingUsed: 'No day had any.',

  attemptsTitle: 'Why did it fail?',
  attemptsSummary:
    'The last 100 requests for authorizations, tokens and revocations, newest first, kept for a month.',
  show: 'Show',
  showAll: 'All',
  showFailures: 'Failures only',
  endpoints: {
    authorize: 'Authorise',
    token: 'Token',
    revoke: 'Revocation',
    'user-data': 'User data',
  },
  succeeded: {
    authorize: 'The person allowed it; a code was issued.',
    token: 'Tokens were issued.',
    revoke: 'The token was revoked, if there was one.',
    'user-data': 'Data was read.',
  },
  ok: 'OK',
  failed: 'Failed',
  toChange: 'What to change',
  requestId: 'Request ID',
  network: 'Network',
  sent: 'Sent',
  notKept: 'not kept',
  empty: 'empty',
  nothingSent: 'nothing',
  older: 'Older requests',
  newest: 'Newest requests',
  noAttempts: 'Nothing yet',
  noAttemptsYet:
    'As soon as the app sends somebody to us, or asks for a token, it shows up here within a second.',
  noFailures: 'No failures',
  noFailuresHere: 'Everything that the app asked for worked.',
};
