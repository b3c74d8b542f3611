import { createHash } from 'node:crypto';

/**
 * The campus every contender serves: the same people, apps, sessions and tokens, all derived from numbers,
 * so that the server and the load know the same ones without telling each other.
 */
export interface Scale {
  readonly people: number;
  readonly apps: number;
  /** Token pairs handed out before the measurement, spread over all people and apps. */
  readonly tokens: number;
}

export interface CampusApp {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

export interface CampusPerson {
  /** Nobody else's text contains it: finding it in an answer proves whose answer it is. */
  readonly username: string;
  readonly shortName: string;
  readonly fullName: string;
  readonly email: string;
  readonly webmail: string;
  readonly phone: string;
  readonly branch: string;
}

/** A token pair as an app holds it. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Number of the app. */
  readonly app: number;
  /** Number of the person. */
  readonly person: number;
}

/** Seconds; the same for everyone, as the replaced system has them. */
export const LIFETIMES = {
  code: 60,
  accessToken: 36_000,
  refreshToken: 365 * 86_400,
  session: 14 * 86_400,
} as const;

export const PASSWORD = 'correct horse battery staple';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A text of `[A-Za-z0-9]` as random as SHA-256; a benchmark's secrets need no more. @param length at most 64 */
export function derivedText(seed: string, length: number): string {
  const bytes = createHash('sha512').update(seed).digest();
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text += ALPHABET.charAt((bytes[index] ?? 0) % ALPHABET.length);
  }
  return text;
}

export function campusApp(number: number): CampusApp {
  return {
    name: `Campus app ${number}`,
    clientId: derivedText(`client ${number}`, 40),
    clientSecret: derivedText(`secret ${number} a`, 64) + derivedText(`secret ${number} b`, 64),
    redirectUri: `https://app-${number}.campus.example/callback`,
  };
}

export function campusPerson(number: number): CampusPerson {
  const username = String(21_110_000 + number);
  return {
    username,
    shortName: `Asha${number}`,
    fullName: `Asha Kumari ${number}`,
    email: `asha.${number}@mail.example`,
    webmail: `asha_k_${number}@campus.example`,
    phone: `91-90000${String(number).padStart(5, '0')}`,
    branch: 'B.Tech. (Electrical Engineering)',
  };
}

/** What a person's data looks like wherever the contender lets us choose: like Omniport's own answer. */
export function personData(number: number): Readonly<Record<string, unknown>> {
  const person = campusPerson(number);
  return {
    userId: number + 1,
    username: person.username,
    person: {
      shortName: person.shortName,
      fullName: person.fullName,
      roles: [{ role: 'Student', activeStatus: 'ActiveStatus.IS_ACTIVE' }],
      displayPicture: null,
    },
    student: {
      startDate: '2021-07-16',
      endDate: null,
      enrolmentNumber: person.username,
      'branch name': person.branch,
      'branch degree name': 'B.Tech. - Bachelor of Technology',
      'branch department name': 'Electrical Engineering Department',
      currentYear: 4,
      currentSemester: 8,
    },
    contactInformation: {
      emailAddress: person.email,
      emailAddressVerified: true,
      instituteWebmailAddress: person.webmail,
      primaryPhoneNumber: person.phone,
    },
  };
}

/** The secret behind the cookie of the browser in which the person is signed in. */
export function sessionSecret(person: number): string {
  return derivedText(`session ${person}`, 43);
}

/** The token pair handed out as number so-and-so. @param kind tells apart pairs made for different ends */
export function tokenPair(number: number, { people, apps }: Scale, kind = 'pair'): TokenPair {
  return {
    accessToken: derivedText(`${kind} access ${number}`, 30),
    refreshToken: derivedText(`${kind} refresh ${number}`, 30),
    person: number % people,
    // Not in step with the people, so that a person has several apps.
    app: (number + Math.floor(number / people)) % apps,
  };
}

export function tokenPairs(scale: Scale): TokenPair[] {
  return Array.from({ length: scale.tokens }, (_, number) => tokenPair(number, scale));
}

/** Tells a peer's server how large its campus is. */
export function scaleVariables({ people, apps, tokens }: Scale): Readonly<Record<string, string>> {
  return {
    BENCH_PEOPLE: String(people),
    BENCH_APPS: String(apps),
    BENCH_TOKENS: String(tokens),
  };
}

/** What `scaleVariables` told; without it, an empty campus. */
export function scaleFrom(environment: Readonly<Record<string, string | undefined>>): Scale {
  return {
    people: Number(environment['BENCH_PEOPLE'] ?? 0),
    apps: Number(environment['BENCH_APPS'] ?? 0),
    tokens: Number(environment['BENCH_TOKENS'] ?? 0),
  };
}
