// What is wrong with a form, in words. The problems are found by the portal, which names them by code.

export type NameProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'taken' }
  | { readonly code: 'too-long'; readonly length: number; readonly longest: number }
  | { readonly code: 'invisible-character'; readonly character: string };

export function nameProblemText(problem: NameProblem): string {
  switch (problem.code) {
    case 'missing':
      return 'Give your app a name. It needs at least one letter or digit.';
    case 'taken':
      return 'Another app has this name, or one that looks the same. Choose a different one.';
    case 'too-long':
      return `Use at most ${problem.longest} characters. You have ${problem.length}.`;
    case 'invisible-character':
      return `The name holds a character nobody can see (${problem.character}). Type the name by hand instead of pasting it.`;
  }
}

export type DescriptionProblem =
  | { readonly code: 'too-few-words'; readonly words: number; readonly fewest: number }
  | { readonly code: 'too-many-words'; readonly words: number; readonly most: number }
  | { readonly code: 'too-long'; readonly longest: number };

export function descriptionProblemText(problem: DescriptionProblem): string {
  switch (problem.code) {
    case 'too-few-words':
      return `Use a minimum of ${problem.fewest} words. You have ${problem.words}.`;
    case 'too-many-words':
      return `Use a maximum of ${problem.most} words. You have ${problem.words}.`;
    case 'too-long':
      return `Use at most ${problem.longest} characters.`;
  }
}

export interface ClientTypeProblem {
  readonly code: 'missing';
}

export function clientTypeProblemText(_problem: ClientTypeProblem): string {
  return 'Choose where your app runs.';
}

export type RedirectUriProblem =
  | 'empty'
  | 'too-long'
  | 'illegal-character'
  | 'wildcard'
  | 'fragment'
  | 'not-absolute'
  | 'scheme-not-allowed'
  | 'host-missing'
  | 'credentials'
  | 'not-a-url'
  | 'response-parameter';

export type RedirectUrisProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'too-many'; readonly count: number; readonly most: number }
  | {
      readonly code: 'invalid';
      readonly entries: readonly { readonly uri: string; readonly problem: RedirectUriProblem }[];
    };

const REDIRECT_URI_ADVICE: Readonly<Record<RedirectUriProblem, string>> = {
  empty: 'is empty.',
  'too-long': 'is too long. Use at most 2000 characters.',
  'illegal-character':
    'holds a character that no address may hold. Write it percent-encoded, such as %20 for a blank.',
  wildcard: 'holds a “*”. List each address on its own, there are no wildcards.',
  fragment: 'has a part after “#”. Leave it out, browsers do not send it to your server.',
  'not-absolute': 'is not complete. Start with https://.',
  'scheme-not-allowed':
    'starts with a scheme we do not accept. Use https, http, a scheme such as com.example.app for a native app, or one made of your app’s name.',
  'host-missing': 'has no host name after “//”.',
  credentials: 'holds an “@” before the host name. Leave the user name and password out.',
  'not-a-url': 'is no address a browser can open. Check its host name and port.',
  'response-parameter': 'holds code, state or error in its query. We add those, leave them out.',
};

/** One sentence for each address that is wrong. */
export function redirectUrisProblemTexts(problem: RedirectUrisProblem): readonly string[] {
  switch (problem.code) {
    case 'missing':
      return ['Give at least one address people return to.'];
    case 'too-many':
      return [`Give at most ${problem.most} addresses. You have ${problem.count}.`];
    case 'invalid':
      return problem.entries.map(
        (entry) => `“${short(entry.uri)}” ${REDIRECT_URI_ADVICE[entry.problem]}`,
      );
  }
}

export type ClaimsProblem =
  { readonly code: 'missing' } | { readonly code: 'unknown'; readonly claims: readonly string[] };

export function claimsProblemText(problem: ClaimsProblem): string {
  switch (problem.code) {
    case 'missing':
      return 'Choose at least one data point.';
    case 'unknown':
      return `We do not offer ${problem.claims.map((code) => `“${short(code)}”`).join(', ')}. Choose from the list.`;
  }
}

export interface TermsProblem {
  readonly code: 'not-accepted';
}

export function termsProblemText(_problem: TermsProblem): string {
  return 'Agree to terms of use. We cannot register an app without it.';
}

export type LogoProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'too-large'; readonly largestBytes: number }
  | { readonly code: 'not-a-picture' }
  | { readonly code: 'not-square'; readonly width: number; readonly height: number }
  | { readonly code: 'too-many-pixels'; readonly width: number; readonly height: number };

export function logoProblemText(problem: LogoProblem): string {
  switch (problem.code) {
    case 'missing':
      return 'Choose a picture first.';
    case 'too-large':
      return `The picture is too large. Use at most ${problem.largestBytes / 1024 / 1024} MB.`;
    case 'not-a-picture':
      return 'We cannot read this as a picture. Use PNG, JPEG, WebP, GIF or AVIF.';
    case 'not-square':
      return `The aspect ratio of the uploaded file is incorrect. The aspect ratio should be 1. Yours is ${problem.width} × ${problem.height} pixels.`;
    case 'too-many-pixels':
      return `The picture has too many pixels (${problem.width} × ${problem.height}). 512 × 512 is enough.`;
  }
}

/** What somebody typed, short enough for a sentence. */
function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
