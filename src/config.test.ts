import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

import { parseConfig, type Config } from './config.ts';
import { catalogueIn } from './domain/claim.ts';
import { DEFAULT_SETTINGS } from './domain/settings.ts';

const noFiles = (path: string): string => {
  throw new Error(`ENOENT: no such file or directory, open '${path}'`);
};

function configFrom(environment: Record<string, string>, file?: string): Config {
  const outcome = parseConfig(environment, file === undefined ? noFiles : () => file);
  if (outcome.type === 'invalid') throw new Error(JSON.stringify(outcome.problems));
  return outcome.config;
}

function problemsFrom(environment: Record<string, string>, file?: string): readonly string[] {
  const outcome = parseConfig(environment, file === undefined ? noFiles : () => file);
  if (outcome.type === 'valid') throw new Error('the configuration was accepted');
  return outcome.problems.map(({ message }) => message);
}

const production = {
  NODE_ENV: 'production',
  ISSUER: 'https://auth.example.edu',
  SMTP_URL: 'smtp://campus:s3cret@mail.example.edu:587',
};

describe('without any setting', () => {
  it('listens on this machine alone, with the demo campus and mail in files', () => {
    expect(configFrom({})).toMatchObject({
      production: false,
      port: 8000,
      host: '127.0.0.1',
      dataDirectory: resolve('data'),
      database: { type: 'sqlite', path: resolve('data/omniport.sqlite') },
      trustProxy: false,
      logLevel: 'info',
      institution: {
        issuer: 'http://localhost:8000',
        timeZone: 'Asia/Kolkata',
        countryCode: '91',
      },
      settings: { identity: { name: 'Demo Institute', language: 'en' } },
      mail: { type: 'files', from: 'no-reply@localhost', directory: resolve('data/mail') },
      demo: 'full',
      allowDemoData: false,
    });
  });

  it('has the lifetimes existing clients rely on (wire contract, introduction)', () => {
    expect(configFrom({}).settings.tokens).toEqual({
      accessTokenSeconds: 36_000,
      refreshTokenUnusedDays: null,
    });
    expect(configFrom({}).lifetimes).toEqual({
      authorizationCode: 60,
      refreshRetry: 10,
      session: 1_209_600,
      passwordReset: 3600,
    });
  });

  it('takes for its own name, language and tokens what the environment says', () => {
    const { settings } = configFrom({
      INSTITUTION_NAME: 'Example University',
      DEFAULT_LANGUAGE: 'hi',
      ACCESS_TOKEN_SECONDS: '600',
    });
    expect(settings).toEqual({
      ...DEFAULT_SETTINGS,
      identity: { ...DEFAULT_SETTINGS.identity, name: 'Example University', language: 'hi' },
      tokens: { accessTokenSeconds: 600, refreshTokenUnusedDays: null },
    });
  });

  it('takes an empty value for none', () => {
    expect(configFrom({ PORT: '', ISSUER: ' ', SMTP_URL: '' })).toEqual(configFrom({}));
  });

  it('freezes what it answers', () => {
    const config = configFrom({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.institution)).toBe(true);
    expect(Object.isFrozen(config.catalogue.categories)).toBe(true);
  });
});

describe('settings', () => {
  it('moves the issuer with the port', () => {
    expect(configFrom({ PORT: '8123' }).institution.issuer).toBe('http://localhost:8123');
  });

  it('strips the trailing slash of the issuer', () => {
    const { institution, mail } = configFrom({ ISSUER: 'https://auth.example.edu/' });
    expect(institution.issuer).toBe('https://auth.example.edu');
    expect(mail.from).toBe('no-reply@auth.example.edu');
  });

  it.each(['true', 'yes', '1'])('reads %s as true', (text) => {
    expect(configFrom({ TRUST_PROXY: text }).trustProxy).toBe(true);
  });

  it.each([
    ['PORT', '80a', 'PORT is "80a". It must be a whole number from 1 to 65535.'],
    ['PORT', '65536', 'PORT is "65536". It must be a whole number from 1 to 65535.'],
    ['PORT', '0', 'PORT is "0". It must be a whole number from 1 to 65535.'],
    ['PORT', '-1', 'PORT is "-1". It must be a whole number from 1 to 65535.'],
    ['PORT', '8e3', 'PORT is "8e3". It must be a whole number from 1 to 65535.'],
    ['HOST', 'localhost:80/', 'HOST is "localhost:80/". '],
    [
      'DATABASE_CONNECTIONS',
      '0',
      'DATABASE_CONNECTIONS is "0". It must be a whole number from 1 to 1000.',
    ],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud". It must be one of fatal, error, warn, info, '],
    ['TRUST_PROXY', 'perhaps', 'TRUST_PROXY is "perhaps". It must be true or false.'],
    ['DEMO', 'on', 'DEMO is "on". It must be one of full, people, off.'],
    ['ISSUER', 'auth.example.edu', 'ISSUER is "auth.example.edu". It must be an origin'],
    ['ISSUER', 'https://auth.example.edu/sso', 'ISSUER is "https://auth.example.edu/sso". '],
    ['ISSUER', 'https://auth.example.edu?x', 'ISSUER is "https://auth.example.edu?x". '],
    ['ISSUER', 'https://a:b@auth.example.edu', 'ISSUER is "https://a:b@auth.example.edu". '],
    ['ISSUER', 'HTTPS://Auth.example.edu', 'ISSUER is "HTTPS://Auth.example.edu". '],
    ['ISSUER', 'ftp://auth.example.edu', 'ISSUER is "ftp://auth.example.edu". '],
    ['TIME_ZONE', 'India', 'TIME_ZONE is "India". It must be an IANA time zone'],
    ['COUNTRY_CODE', '+91', 'COUNTRY_CODE is "+91". It must be a calling code without the plus'],
    ['MAIL_FROM', 'campus', 'MAIL_FROM is "campus". It must be like '],
    ['MAIL_FROM', 'a@b\nBcc: c@d', 'MAIL_FROM is "a@b\nBcc: c@d". It must be like '],
    ['AUTHORIZATION_CODE_SECONDS', '601', 'AUTHORIZATION_CODE_SECONDS is "601". '],
    ['ACCESS_TOKEN_SECONDS', '0', 'ACCESS_TOKEN_SECONDS is "0". '],
    ['REFRESH_RETRY_SECONDS', '61', 'REFRESH_RETRY_SECONDS is "61". '],
  ])('refuses %s=%s', (name, value, message) => {
    const problems = problemsFrom({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  it.each(['postgres', 'postgresql'])(
    'keeps everything in PostgreSQL at a %s:// address',
    (scheme) => {
      const url = `${scheme}://omniport:s3cret@db.example.edu:5432/campus?sslmode=verify-full`;
      expect(configFrom({ DATABASE_URL: url, DATABASE_CONNECTIONS: '25' }).database).toEqual({
        type: 'postgres',
        url,
        connections: 25,
      });
    },
  );

  it('refuses another kind of database, without showing its password', () => {
    for (const url of [
      'mysql://a:s3cret@db/x',
      'db.example.edu/s3cret',
      'postgres://a:s3c/ret@db/x',
    ]) {
      const problems = problemsFrom({ DATABASE_URL: url });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain('DATABASE_URL is not understood. It must be like postgres://');
      expect(problems[0]).not.toContain('s3c');
    }
  });

  it('names every problem at once, those of production too', () => {
    const problems = problemsFrom({
      NODE_ENV: 'production',
      PORT: 'x',
      TIME_ZONE: 'y',
      CLAIMS_FILE: 'missing.json',
    });
    expect(problems.map((message) => message.split(' ')[0])).toEqual([
      'PORT',
      'TIME_ZONE',
      'CLAIMS_FILE',
      'ISSUER',
      'SMTP_URL',
    ]);
  });

  it('tells a problem of a setting once', () => {
    expect(problemsFrom({ ...production, ISSUER: 'http://a/b' })).toHaveLength(1);
  });

  it('shows no part of a mail server’s address, which holds a password', () => {
    const [problem] = problemsFrom({ SMTP_URL: 'mail.example.edu:s3cret' });
    expect(problem).toContain('SMTP_URL is not understood');
    expect(problem).not.toContain('s3cret');
  });
});

describe('in production', () => {
  it('starts with https and a mail server, on all addresses, without the demo campus', () => {
    expect(configFrom(production)).toMatchObject({
      production: true,
      host: null,
      demo: 'off',
      allowDemoData: false,
      institution: { issuer: 'https://auth.example.edu' },
      settings: { identity: { name: 'Omniport' } },
      mail: { type: 'smtp', url: production.SMTP_URL, from: 'no-reply@auth.example.edu' },
    });
  });

  it.each([
    ['ISSUER', { ISSUER: 'http://auth.example.edu' }, 'ALLOW_HTTP_ISSUER'],
    ['ISSUER', { ISSUER: '' }, 'ALLOW_HTTP_ISSUER'],
    ['SMTP_URL', { SMTP_URL: '' }, 'ALLOW_MAIL_FILES'],
    ['DEMO', { DEMO: 'people' }, 'ALLOW_DEMO_DATA'],
  ])('refuses an unfit %s unless told otherwise', (setting, change, permission) => {
    const environment: Record<string, string> = { ...production, ...change };
    const problems = problemsFrom(environment);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${setting} `, 'u'));
    expect(problems[0]).toContain(`${permission}=true`);
    expect(configFrom({ ...environment, [permission]: 'true' }).production).toBe(true);
  });

  it('accepts DEMO=off', () => {
    expect(configFrom({ ...production, DEMO: 'off' }).demo).toBe('off');
  });
});

describe('CLAIMS_FILE', () => {
  const library = {
    code: 'library',
    label: 'Library',
    claims: [{ code: 'library.card_number', label: 'Card number', type: 'string' }],
  };
  const withFile = (json: unknown): string =>
    typeof json === 'string' ? json : JSON.stringify(json);

  it('adds a category and its data points after the built-in ones', () => {
    const { catalogue } = configFrom({ CLAIMS_FILE: 'claims.json' }, withFile([library]));
    expect(catalogue.categories.at(-1)).toMatchObject({ code: 'library', label: 'Library' });
    expect(catalogue.byCode.get('library.card_number')).toMatchObject({
      responseKey: 'cardNumber',
      whenUnset: null,
    });
    expect(catalogue.byCode.has('person.full_name')).toBe(true);
  });

  it('may say it in other languages too', () => {
    const bilingual = {
      ...library,
      translations: { hi: { label: 'पुस्तकालय' } },
      claims: [{ ...library.claims[0], translations: { hi: { label: 'कार्ड नंबर' } } }],
    };
    const { catalogue } = configFrom({ CLAIMS_FILE: 'claims.json' }, withFile([bilingual]));
    const category = catalogueIn(catalogue, 'hi').categories.at(-1);
    expect(category).toMatchObject({ label: 'पुस्तकालय', claims: [{ label: 'कार्ड नंबर' }] });
  });

  it('extends a built-in category', () => {
    const student = {
      code: 'student',
      label: 'Student',
      claims: [{ code: 'student.cgpa', label: 'CGPA', type: 'string', whenUnset: '' }],
    };
    const { catalogue } = configFrom({ CLAIMS_FILE: 'claims.json' }, withFile([student]));
    const category = catalogue.categories.find(({ code }) => code === 'student');
    expect(category?.claims.at(-1)).toMatchObject({ code: 'student.cgpa', whenUnset: '' });
  });

  it.each([
    ['text that is not JSON', '[', 'It is not JSON'],
    ['something else than a list', {}, 'The file: '],
    ['an empty category', [{ ...library, claims: [] }], '[0].claims'],
    [
      'a language we do not have',
      [{ ...library, translations: { xx: { label: 'L' } } }],
      '[0].translations',
    ],
    ['an unknown member', [{ ...library, colour: 'red' }], '[0]: '],
    [
      'a type that the records cannot hold',
      [{ ...library, claims: [{ ...library.claims[0], type: 'roles' }] }],
      '[0].claims[0].type',
    ],
    [
      'a code outside its category',
      [{ ...library, code: 'books' }],
      'library.card_number must be named books.<field>',
    ],
    ['a code defined twice', [library, library], 'library.card_number is defined twice'],
  ])('refuses %s and says where', (_what, json, message) => {
    const [problem] = problemsFrom({ CLAIMS_FILE: 'claims.json' }, withFile(json));
    expect(problem).toContain('CLAIMS_FILE is claims.json. ');
    expect(problem).toContain(message);
  });

  it('says when the file is not there', () => {
    expect(problemsFrom({ CLAIMS_FILE: 'nowhere.json' })[0]).toContain('It cannot be read: ENOENT');
  });
});
