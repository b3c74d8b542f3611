import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** The flow step by step, against the sandbox of one's own app. */
export const playground = {
  title: 'Playground',
  lead: (app: string): string =>
    `Run the whole flow of ${app} by hand, and see every request and answer as they go over the wire.`,
  startAgain: 'Start again',
  stepsLabel: 'Steps',
  steps: {
    authorize: '1. Authorise',
    redirect: '2. The way back',
    token: '3. Code for tokens',
    'user-data': '4. User data',
    refresh: '5. Refresh',
    replay: '6. Replay',
    revoke: '7. Revoke',
  },
  about: {
    authorize: 'Your app sends the person’s browser here.',
    redirect: 'The browser comes back to your redirect URI. Your server reads the query.',
    token: 'Your server exchanges the code, once. No browser takes part.',
    'user-data': 'Your server reads what the person shared.',
    refresh:
      'A new pair of tokens, without the person. The old refresh token is spent, the old access token ends.',
    replay:
      'Optional: present something that was used already. It is refused, and everything of this run ends, because two may hold it.',
    revoke: 'When the person signs out of your app: the whole run ends.',
  },
  nextStep: (step: string): string => `Next: ${step}`,
  otherSteps: 'Other steps',
  request: 'Request',
  response: 'Answer',
  asCode: 'The same request as code',
  codeIn: (language: string): string => `Code for ${language}`,
  secretFrom: (variable: Child): JSX.Element => (
    <>
      Codes and tokens stand in it. The client secret comes from the environment variable {variable}
      .
    </>
  ),
  clientId: 'Sandbox client ID (client_id)',

  /** Names of the wire, each with a word for people. */
  fields: {
    redirect_uri: 'Redirect URI (redirect_uri)',
    state: 'State (state)',
    response_type: 'Response type (response_type)',
    login_hint: 'Person (login_hint)',
    code: 'Code (code)',
    code_verifier: 'PKCE verifier (code_verifier)',
    client_secret: 'Sandbox client secret (client_secret)',
    access_token: 'Access token',
    refresh_token: 'Refresh token (refresh_token)',
    spent_refresh_token: 'Spent refresh token',
  },
  hints: {
    code: (seconds: string): string =>
      `It works for ${seconds} seconds. Too late? Start again, or see what a late one is answered.`,
    codeVerifier: 'Leave it empty if the request had no PKCE.',
    redirectUri: 'The very same as in the first step.',
    secret:
      'Of the sandbox. It stays in this page: we do not keep it, and live secrets are not taken.',
    secretOfPublic: 'A public app has none: leave it empty.',
    replay: (seconds: string): string =>
      `A spent refresh token is no replay for ${seconds} seconds: it gets the same answer again, in case the first was lost.`,
  },
  send: {
    token: 'Exchange the code',
    'user-data': 'Read the data',
    refresh: 'Refresh the tokens',
    replayCode: 'Present the code again',
    replayRefresh: 'Present the spent refresh token again',
    revokeRefresh: 'Revoke the refresh token',
    revokeAccess: 'Revoke the access token',
  },

  authorize: {
    title: 'The authorization request',
    summary: 'Change whatever you like: nobody real takes part.',
    redirectUri: (own: Child): JSX.Element => (
      <>
        It leads back to this page, in the sandbox of this app only. You can take one that you
        registered, and bring the code along: {own}
      </>
    ),
    state: 'Comes back as you sent it. Your app makes a new one for each person, and compares.',
    pkce: 'With PKCE (S256)',
    pkceHint: 'A code that somebody steals on the way is worth nothing to them.',
    loginHint: 'Sandbox only: leaves out the page that asks whom to be.',
    chooseThere: 'Choose there',
    more: 'More parameters',
    responseType: 'Only code is offered. Try another one to see the error.',
    make: 'Make the request',
    makeAgain: 'Make another one',
    open: 'Go there, as the person’s browser',
  },

  outcome: {
    authorize: 'Ready',
    code: 'A code came back',
    error: 'An error came back',
    nothing: 'Nothing came back',
    token: 'Tokens',
    'user-data': 'Data',
    refresh: 'New tokens',
    retry: 'The same answer again',
    replay: 'Refused, as it should be',
    revoke: 'Revoked',
    failed: 'Refused',
  },
  meaning: {
    authorize:
      'Nothing is sent yet. If the person says no, we lead them to our own start page, and your app hears nothing.',
    code: 'The person allowed it. The code says nothing about them: only your server can exchange it.',
    error:
      'The request was not right. Your app shows a page of its own, and writes the error into its log.',
    nothing:
      'There is neither a code nor an error in the query: somebody opened this address by hand.',
    token: 'Keep both on your server. The access token reads, the refresh token gets the next one.',
    'user-data':
      'Exactly what the person agreed to. userId stays the same for ever: know people by it.',
    refresh: 'Keep the new pair. The old access token is over at once.',
    retry: 'Within seconds this counts as an answer that was lost on the way, not as a replay.',
    replay:
      'Something spent was presented again, so everything of this run is over. Read the data to see it.',
    revoke: 'An answer of 200 says nothing about the token: unknown ones are answered the same.',
    failed: 'This is what your app would have got.',
  },
  state: {
    same: 'The state is the one that this browser left with.',
    different: 'The state is not the one that this browser left with: your app has to stop here.',
    unknown:
      'This browser did not leave from here within the last minutes, so your app has to stop here.',
  },
  whyFailed: 'Find it under “Why did it fail?”',

  problems: {
    'live-secret':
      'This is a secret of live. The playground takes those of the sandbox only; nothing was sent.',
    'foreign-token': 'This access token is not of this app’s sandbox; nothing was sent.',
  },

  secret: {
    title: 'No secret at hand?',
    summary:
      'Add one for the playground: of the sandbox, and over in an hour. Copy it, the third step asks for it.',
    make: 'Make a secret for the playground',
    made: 'A secret for the playground',
    madeSummary: 'Shown once. It is over in an hour. Copy it, the third step asks for it.',
    askTeam: 'Ask a developer or an owner of the team for a secret of the sandbox.',
  },

  closed: {
    suspended: {
      title: 'The app is suspended',
      toDo: 'Its sandbox is closed as well. Read on the page of the app why, and answer the reviewers.',
    },
    retired: {
      title: 'The app is retired',
      toDo: 'It is over for good. To try things out, add another app: its sandbox works at once.',
    },
    'sandbox-off': {
      title: 'The sandbox is off',
      toDo: 'The institution has switched it off, so there is nobody to try things out with. Ask a maintainer, or work from the snippets.',
    },
  },
  toApp: 'To the app',
  toSnippets: 'To the snippets',
};
