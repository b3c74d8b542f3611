import { resolve } from 'node:path';
import type { z } from 'zod';

import { parseClaimsFile } from './config/claims-file.ts';
import {
  settingDocumentation,
  SETTINGS,
  type SettingName,
  type Settings,
} from './config/settings.ts';
import { claimCatalogue, type ClaimCatalogue } from './domain/claim.ts';
import { DEFAULT_CLAIM_CATALOGUE, DEFAULT_CLAIM_SOURCES } from './domain/claim-catalogue.ts';
import { DEFAULT_SETTINGS, type InstitutionSettings } from './domain/settings.ts';

/** All that an operator decides, parsed, checked and frozen. */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  /** Address to listen on; null: all. */
  readonly host: string | null;
  /** Absolute path. */
  readonly dataDirectory: string;
  readonly database: DatabaseConfig;
  readonly trustProxy: boolean;
  readonly logLevel: Settings['LOG_LEVEL'];
  /** null: nobody collects metrics. */
  readonly metricsPort: number | null;
  /** Whether an OpenTelemetry collector takes traces. */
  readonly traces: boolean;
  readonly institution: {
    /** Origin without a trailing slash. */
    readonly issuer: string;
    readonly timeZone: string;
    /** Calling code of phone numbers written without one. */
    readonly countryCode: string;
  };
  /** What holds until maintainers decide something else on the institution's page. */
  readonly settings: InstitutionSettings;
  readonly catalogue: ClaimCatalogue;
  readonly mail: MailConfig;
  /** What an empty database is filled with. */
  readonly demo: 'full' | 'people' | 'off';
  readonly allowDemoData: boolean;
  /** Seconds. */
  readonly lifetimes: {
    readonly authorizationCode: number;
    readonly refreshRetry: number;
    readonly session: number;
    readonly passwordReset: number;
  };
}

type DatabaseConfig =
  /** `path` is absolute. */
  | { readonly type: 'sqlite'; readonly path: string }
  /** `url` holds a password. */
  | { readonly type: 'postgres'; readonly url: string; readonly connections: number };

type MailConfig =
  | { readonly type: 'smtp'; readonly from: string; readonly url: string }
  | { readonly type: 'files'; readonly from: string; readonly directory: string };

/** One thing that is wrong, and what to do about it. */
export interface ConfigProblem {
  readonly setting: SettingName;
  readonly message: string;
}

export type ConfigOutcome =
  | { readonly type: 'valid'; readonly config: Config }
  | { readonly type: 'invalid'; readonly problems: readonly [ConfigProblem, ...ConfigProblem[]] };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Parses the environment.
 * @param readText reads a file that a setting names
 * @returns the configuration, or every problem at once
 */
export function parseConfig(
  environment: Environment,
  readText: (path: string) => string,
): ConfigOutcome {
  const { settings, problems: unreadable } = parseSettings(environment);
  const refused = new Set(unreadable.map(({ setting }) => setting));
  const issuer = settings.ISSUER ?? `http://localhost:${settings.PORT}`;
  const production = settings.NODE_ENV === 'production';
  const catalogue = readCatalogue(settings.CLAIMS_FILE, readText);
  const unfit = production ? productionProblems(settings, issuer) : [];
  const [first, ...rest] = [
    ...unreadable,
    ...catalogue.problems,
    ...unfit.filter(({ setting }) => !refused.has(setting)),
  ];
  if (first !== undefined) return { type: 'invalid', problems: [first, ...rest] };
  return {
    type: 'valid',
    config: deepFreeze(buildConfig(settings, { issuer, production, catalogue: catalogue.value })),
  };
}

/** Each setting by itself, so that one mistake hides no other. A setting with a problem is left out. */
function parseSettings(environment: Environment): {
  readonly settings: Settings;
  readonly problems: readonly ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(SETTINGS) as [SettingName, z.ZodType][]) {
    const text = environment[name]?.trim();
    const parsed = schema.safeParse(text === '' ? undefined : text);
    if (parsed.success) {
      settings[name] = parsed.data;
    } else {
      const isSecret = settingDocumentation.get(schema)?.secret === true;
      const found = isSecret ? 'is not understood' : `is "${text ?? ''}"`;
      const [reason] = parsed.error.issues;
      problems.push({ setting: name, message: `${name} ${found}. ${reason?.message ?? ''}` });
    }
  }
  return { settings: settings as Settings, problems };
}

function buildConfig(
  settings: Settings,
  derived: Pick<Config, 'production' | 'catalogue'> & { readonly issuer: string },
): Config {
  const { issuer, production, catalogue } = derived;
  const dataDirectory = resolve(settings.DATA_DIR);
  const from = settings.MAIL_FROM ?? `no-reply@${new URL(issuer).hostname}`;
  return {
    production,
    port: settings.PORT,
    host: settings.HOST ?? (production ? null : '127.0.0.1'),
    dataDirectory,
    database:
      settings.DATABASE_URL === undefined
        ? { type: 'sqlite', path: resolve(dataDirectory, 'omniport.sqlite') }
        : {
            type: 'postgres',
            url: settings.DATABASE_URL,
            connections: settings.DATABASE_CONNECTIONS,
          },
    trustProxy: settings.TRUST_PROXY,
    logLevel: settings.LOG_LEVEL,
    metricsPort: settings.METRICS_PORT ?? null,
    traces: settings.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
    institution: {
      issuer,
      timeZone: settings.TIME_ZONE,
      countryCode: settings.COUNTRY_CODE,
    },
    settings: {
      ...DEFAULT_SETTINGS,
      identity: {
        ...DEFAULT_SETTINGS.identity,
        name: settings.INSTITUTION_NAME ?? (production ? 'Omniport' : 'Demo Institute'),
        language: settings.DEFAULT_LANGUAGE,
      },
      tokens: { ...DEFAULT_SETTINGS.tokens, accessTokenSeconds: settings.ACCESS_TOKEN_SECONDS },
      sandbox: { isOn: settings.SANDBOX === 'on' },
    },
    catalogue,
    mail:
      settings.SMTP_URL === undefined
        ? { type: 'files', from, directory: resolve(dataDirectory, 'mail') }
        : { type: 'smtp', from, url: settings.SMTP_URL },
    demo: settings.DEMO ?? (production ? 'off' : 'full'),
    allowDemoData: settings.ALLOW_DEMO_DATA,
    lifetimes: {
      authorizationCode: settings.AUTHORIZATION_CODE_SECONDS,
      refreshRetry: settings.REFRESH_RETRY_SECONDS,
      session: settings.SESSION_SECONDS,
      passwordReset: settings.PASSWORD_RESET_SECONDS,
    },
  };
}

/** Fit for trying out, not for people's passwords. Demo data already stored is the server's to refuse. */
function productionProblems(settings: Settings, issuer: string): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (issuer.startsWith('http:') && !settings.ALLOW_HTTP_ISSUER) {
    const found =
      settings.ISSUER === undefined
        ? 'ISSUER is not set, and http://localhost is not for production'
        : `ISSUER is ${settings.ISSUER}`;
    problems.push({
      setting: 'ISSUER',
      message:
        `${found}: passwords and tokens would travel in clear. ` +
        'Set it to the https:// address people use, or set ALLOW_HTTP_ISSUER=true if that is what you want.',
    });
  }
  if (settings.SMTP_URL === undefined && !settings.ALLOW_MAIL_FILES) {
    problems.push({
      setting: 'SMTP_URL',
      message:
        'SMTP_URL is not set: nobody would get mail, not even the link for a forgotten password. ' +
        'Set it to smtp://user:password@mail.example.edu:587, or set ALLOW_MAIL_FILES=true to keep messages in files.',
    });
  }
  if (settings.DEMO !== undefined && settings.DEMO !== 'off' && !settings.ALLOW_DEMO_DATA) {
    problems.push({
      setting: 'DEMO',
      message:
        `DEMO is ${settings.DEMO}: the demo campus has public passwords. ` +
        'Remove it, or set ALLOW_DEMO_DATA=true if this is a place for trying out.',
    });
  }
  return problems;
}

function readCatalogue(
  path: string | undefined,
  readText: (path: string) => string,
): { readonly value: ClaimCatalogue; readonly problems: readonly ConfigProblem[] } {
  if (path === undefined) return { value: DEFAULT_CLAIM_CATALOGUE, problems: [] };
  const refuse = (texts: readonly string[]): ReturnType<typeof readCatalogue> => ({
    value: DEFAULT_CLAIM_CATALOGUE,
    problems: texts.map((text) => ({
      setting: 'CLAIMS_FILE',
      message: `CLAIMS_FILE is ${path}. ${text}`,
    })),
  });
  let text: string;
  try {
    text = readText(resolve(path));
  } catch (error) {
    return refuse([`It cannot be read: ${(error as Error).message}.`]);
  }
  const parsed = parseClaimsFile(text);
  if (parsed.type === 'invalid') return refuse(parsed.problems);
  try {
    return { value: claimCatalogue([...DEFAULT_CLAIM_SOURCES, ...parsed.sources]), problems: [] };
  } catch (error) {
    return refuse([`In it, ${(error as Error).message}.`]);
  }
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
