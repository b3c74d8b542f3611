import { z } from 'zod';

import { LANGUAGES } from '../domain/language.ts';

/** What an operator reads about a setting. */
export interface SettingDocumentation {
  readonly group: SettingGroup;
  /** What may be written, in words: `true` or `false`. */
  readonly values: string;
  /** What holds when it is not set, in words. */
  readonly unset: string;
  readonly description: string;
  /** Its value is never shown, not even in an error. */
  readonly secret?: true;
}

export const SETTING_GROUPS = [
  'Where it runs',
  'The institution',
  'Mail',
  'Lifetimes',
  'What production refuses unless told otherwise',
] as const;
type SettingGroup = (typeof SETTING_GROUPS)[number];

/** Documentation of each schema in `SETTINGS`. */
export const settingDocumentation = z.registry<SettingDocumentation>();

/** `info` is what is logged when nothing is set. */
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const DEMO_MODES = ['full', 'people', 'off'] as const;

/** A new schema each time: documentation is registered for the object. */
function flag(): z.ZodType<boolean, string | undefined> {
  return z
    .stringbool({
      truthy: ['true', 'yes', '1'],
      falsy: ['false', 'no', '0'],
      error: 'It must be true or false.',
    })
    .prefault('false');
}

function wholeNumber(minimum: number, maximum: number): z.ZodType<number, string> {
  const error = `It must be a whole number from ${minimum} to ${maximum}.`;
  return z
    .string()
    .regex(/^\d{1,10}$/u, { error, abort: true })
    .transform(Number)
    .pipe(z.number().min(minimum, { error }).max(maximum, { error }));
}

/** Whole seconds, with what holds when nothing is set. */
function seconds(maximum: number, unset: number): z.ZodType<number, string | undefined> {
  return wholeNumber(1, maximum).prefault(String(unset));
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** An origin as the URL standard writes it, so that what we print is what a browser shows. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/u.test(url.protocol) && url.origin === text.replace(/\/$/u, '');
}

function isMailServer(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^smtps?:$/u.test(url.protocol) && url.hostname !== '';
}

function isPostgres(text: string): boolean {
  return /^postgres(?:ql)?:$/u.test(URL.parse(text)?.protocol ?? '');
}

/** `name@host`, or `Name <name@host>`; what the mail server makes of it is its business. */
const mailAddress = /^(?:[^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u;

/** Every setting. An empty value counts as not set. */
export const SETTINGS = {
  NODE_ENV: z.string().optional().register(settingDocumentation, {
    group: 'Where it runs',
    values: '`production` or anything else',
    unset: 'not production',
    description:
      'With `production` the server refuses what is fit for trying out only; see the last table.',
  }),
  PORT: wholeNumber(1, 65_535).prefault('8000').register(settingDocumentation, {
    group: 'Where it runs',
    values: 'a port',
    unset: '`8000`',
    description: 'Where the server listens.',
  }),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/u, { error: 'It must be an address or a host name, without a port.' })
    .optional()
    .register(settingDocumentation, {
      group: 'Where it runs',
      values: 'an address of this machine',
      unset: '`127.0.0.1`; in production all addresses',
      description:
        'Who can reach the server. The demo passwords are public, so by default only this machine can; `0.0.0.0` opens it.',
    }),
  DATA_DIR: z.string().prefault('./data').register(settingDocumentation, {
    group: 'Where it runs',
    values: 'a directory',
    unset: '`./data`',
    description:
      'Holds the SQLite database and mails written to files. Created when missing, readable by its owner alone.',
  }),
  DATABASE_URL: z
    .string()
    .refine(isPostgres, {
      error:
        'It must be like postgres://user:password@db.example.edu:5432/omniport. Special characters of the password are percent-encoded.',
    })
    .optional()
    .register(settingDocumentation, {
      group: 'Where it runs',
      values: '`postgres://user:password@host/database`',
      unset: 'SQLite, in `DATA_DIR`',
      description:
        'Keeps everything in PostgreSQL 15 or newer instead, so that any number of servers can share it. Append `?sslmode=verify-full` for TLS, with `&sslrootcert=/path/ca.pem` unless a public authority issued the certificate.',
      secret: true,
    }),
  DATABASE_CONNECTIONS: wholeNumber(1, 1000).prefault('10').register(settingDocumentation, {
    group: 'Where it runs',
    values: 'a number',
    unset: '`10`',
    description:
      'How many connections each server opens to PostgreSQL at most. All servers together must stay below its `max_connections`.',
  }),
  TRUST_PROXY: flag().register(settingDocumentation, {
    group: 'Where it runs',
    values: '`true` or `false`',
    unset: '`false`',
    description:
      'Set it behind a reverse proxy of yours which sets `X-Forwarded-For`: the last address in it is then taken as the visitor’s. Without a proxy it would let anyone choose their address.',
  }),
  METRICS_PORT: wholeNumber(1, 65_535).optional().register(settingDocumentation, {
    group: 'Where it runs',
    values: 'a port',
    unset: 'no metrics',
    description:
      'Where Prometheus finds `/metrics`: a port of its own on the same address, which is not for the world.',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/u, error: 'It must be an address such as http://collector:4318.' })
    .optional()
    .register(settingDocumentation, {
      group: 'Where it runs',
      values: '`http://collector:4318`',
      unset: 'no traces',
      description:
        'An OpenTelemetry collector (OTLP over HTTP) that takes traces. The other standard `OTEL_…` variables hold as well.',
    }),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `It must be one of ${LOG_LEVELS.join(', ')}.` })
    .prefault('info')
    .register(settingDocumentation, {
      group: 'Where it runs',
      values: LOG_LEVELS.map((level) => `\`${level}\``).join(', '),
      unset: '`info`',
      description: 'How much is logged to standard error.',
    }),
  DEMO: z
    .enum(DEMO_MODES, { error: `It must be one of ${DEMO_MODES.join(', ')}.` })
    .optional()
    .register(settingDocumentation, {
      group: 'Where it runs',
      values: '`full`, `people`, `off`',
      unset: '`full`; in production `off`',
      description:
        'What an empty database is filled with at the first start: a demo campus with people and apps, with people only, or nothing.',
    }),

  ISSUER: z
    .string()
    .refine(isOrigin, {
      error: 'It must be an origin without a path, such as https://auth.example.edu.',
    })
    .transform((text) => text.replace(/\/$/u, ''))
    .optional()
    .register(settingDocumentation, {
      group: 'The institution',
      values: 'an origin: `https://auth.example.edu`',
      unset: '`http://localhost:<PORT>`',
      description:
        'The address at which people and apps reach the server. Links in mails are made from it, and an `https` one makes cookies `Secure`.',
    }),
  INSTITUTION_NAME: z
    .string()
    .max(80, { error: 'It must be at most 80 characters.' })
    .optional()
    .register(settingDocumentation, {
      group: 'The institution',
      values: 'a name',
      unset: '`Demo Institute`; in production `Omniport`',
      description:
        'What the institution is called on pages and in mails. Maintainers can change it on the institution’s page, and what they save wins.',
    }),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: 'It must be an IANA time zone, such as Asia/Kolkata.' })
    .prefault('Asia/Kolkata')
    .register(settingDocumentation, {
      group: 'The institution',
      values: 'an IANA time zone',
      unset: '`Asia/Kolkata`',
      description: 'Decides which day it is: whether a role is in force, and the times on pages.',
    }),
  DEFAULT_LANGUAGE: z
    .enum(LANGUAGES, { error: `It must be one of ${LANGUAGES.join(', ')}.` })
    .prefault('en')
    .register(settingDocumentation, {
      group: 'The institution',
      values: '`en` (English), `hi` (Hindi)',
      unset: '`en`',
      description:
        'The language of pages and mails for whoever chose none and whose browser asks for none that we have. Maintainers can change it on the institution’s page, and what they save wins.',
    }),
  COUNTRY_CODE: z
    .string()
    .regex(/^[1-9]\d{0,2}$/u, { error: 'It must be a calling code without the plus, such as 91.' })
    .prefault('91')
    .register(settingDocumentation, {
      group: 'The institution',
      values: 'a calling code',
      unset: '`91`',
      description:
        'The country of phone numbers written without one, so that people can sign in with either spelling.',
    }),
  SANDBOX: z
    .enum(['on', 'off'], { error: 'It must be on or off.' })
    .prefault('on')
    .register(settingDocumentation, {
      group: 'The institution',
      values: '`on`, `off`',
      unset: '`on`',
      description:
        'Whether apps have sandbox credentials, which reach people who do not exist, so that they can be built before they are approved. Maintainers can change it on the institution’s page, and what they save wins.',
    }),
  CLAIMS_FILE: z.string().optional().register(settingDocumentation, {
    group: 'The institution',
    values: 'a JSON file',
    unset: 'the built-in data points',
    description:
      'Data points of your own, beside the built-in ones; see below. Maintainers can add more on the institution’s page.',
  }),

  SMTP_URL: z
    .string()
    .refine(isMailServer, {
      error:
        'It must be like smtp://user:password@mail.example.edu:587, or smtps://… for TLS from the start.',
    })
    .optional()
    .register(settingDocumentation, {
      group: 'Mail',
      values: '`smtp://` or `smtps://`',
      unset: 'messages are written to files in `DATA_DIR/mail`',
      description:
        'The mail server. `smtp://` changes to TLS when the server offers it; append `?requireTLS=true` to insist. Special characters of the password are percent-encoded.',
      secret: true,
    }),
  MAIL_FROM: z
    .string()
    .regex(mailAddress, { error: 'It must be like Campus accounts <accounts@example.edu>.' })
    .optional()
    .register(settingDocumentation, {
      group: 'Mail',
      values: '`Name <name@host>`',
      unset: '`no-reply@` and the host of `ISSUER`',
      description: 'The sender of all messages.',
    }),

  AUTHORIZATION_CODE_SECONDS: seconds(600, 60).register(settingDocumentation, {
    group: 'Lifetimes',
    values: 'seconds, at most 600',
    unset: '`60`',
    description: 'How long an app may take to redeem an authorization code.',
  }),
  ACCESS_TOKEN_SECONDS: seconds(31_536_000, 36_000).register(settingDocumentation, {
    group: 'Lifetimes',
    values: 'seconds',
    unset: '`36000` (10 hours)',
    description:
      'How long an access token works. Refresh tokens do not expire, unless maintainers say so. Maintainers can change it on the institution’s page, and what they save wins.',
  }),
  REFRESH_RETRY_SECONDS: wholeNumber(0, 60).prefault('10').register(settingDocumentation, {
    group: 'Lifetimes',
    values: 'seconds, at most 60',
    unset: '`10`',
    description:
      'How long an app whose refresh got no answer can fetch that answer again with the same token.',
  }),
  SESSION_SECONDS: seconds(31_536_000, 1_209_600).register(settingDocumentation, {
    group: 'Lifetimes',
    values: 'seconds',
    unset: '`1209600` (14 days)',
    description: 'How long a browser stays signed in.',
  }),
  PASSWORD_RESET_SECONDS: seconds(604_800, 3600).register(settingDocumentation, {
    group: 'Lifetimes',
    values: 'seconds, at most 604800',
    unset: '`3600` (1 hour)',
    description: 'How long the link to set a new password works.',
  }),

  ALLOW_HTTP_ISSUER: flag().register(settingDocumentation, {
    group: 'What production refuses unless told otherwise',
    values: '`true` or `false`',
    unset: '`false`',
    description:
      'Start in production with an `http://` issuer. Passwords and tokens then travel in clear.',
  }),
  ALLOW_MAIL_FILES: flag().register(settingDocumentation, {
    group: 'What production refuses unless told otherwise',
    values: '`true` or `false`',
    unset: '`false`',
    description:
      'Start in production without `SMTP_URL`. Nobody then gets a link to set a forgotten password.',
  }),
  ALLOW_DEMO_DATA: flag().register(settingDocumentation, {
    group: 'What production refuses unless told otherwise',
    values: '`true` or `false`',
    unset: '`false`',
    description:
      'Start in production with the demo campus in the database. Its passwords are public.',
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Settings = { readonly [Name in SettingName]: z.output<(typeof SETTINGS)[Name]> };
