import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** Pages of the sandbox: people who do not exist, for apps under construction. */
export const sandbox = {
  mark: 'Sandbox',
  meaning: 'Nobody here exists, and no real data is shared.',

  chooseTitle: 'Sandbox: who do you want to be?',
  whoToBe: 'Who do you want to be?',
  whyChoose: (app: Child, host: Child): JSX.Element => (
    <>
      {app} uses its sandbox client ID, so there is no sign-in: choose one of these made-up people,
      and go on as they would. You end up at {host}.
    </>
  ),
  automate: (parameter: Child): JSX.Element => (
    <>In an automated test, send the username along as {parameter} and this page is left out.</>
  ),
  /** What each of the people is good for. */
  kinds: {
    student: 'student with a value for everything',
    maintainer: 'student and maintainer, with a post that is over',
    'hindi-name': 'student with a Hindi name and no picture',
    'former-student': 'was a student, will be a guest; long name, unverified email',
    faculty: 'faculty member, joint faculty later',
    staff: 'staff: neither student nor faculty',
    'nothing-recorded': 'has every record, and nothing in any of them',
    'no-person': 'has no records at all: only userId and username',
  },

  beSomebodyElse: 'Be somebody else',
  notReviewed: 'Sandbox credentials: this needs no review.',
  howLong: 'In the sandbox every data point that the app asks for is granted.',

  errorTitle: 'The authorization request is not right',
  errorMeaning:
    'Live would send this error to your app at once. The sandbox shows it to you first, because nobody has looked at the app yet.',
  errorCode: 'Error',
  errorDescription: 'Description',
  errorLocation: 'Leads to',
  tooManyTitle: 'That is enough for now',
  tooManyCodes: 'Your network has used the sandbox hundreds of times within a few minutes.',
  tryAgainIn: (wait: string): string => `Go on in ${wait}. Tests can keep a refresh token instead.`,

  goOn: (host: string): string => `Go on to ${host}`,
};
