import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SETTINGS } from '../../src/config/settings.ts';
import {
  campusPerson,
  PASSWORD,
  type Scale,
  scaleVariables,
  sessionSecret,
  tokenPairs,
} from '../campus.ts';
import type { Address } from '../load/connection.ts';
import { headersOf } from '../load/http-answer.ts';
import { formText, requestWriter } from '../load/http-request.ts';
import { type Step, UnexpectedAnswerError } from '../load/journey.ts';
import { freePort } from '../machine/free-port.ts';
import { postgresqlPrograms, startPostgreSql } from '../machine/postgresql.ts';
import { runPinned } from '../machine/server-process.ts';
import { decide } from '../peers/omniport/decide.ts';
import { codeOf, type Flow, flowsOf, redeemStep, sameAppFlowsOf } from '../workloads/code-flow.ts';
import { formOf } from '../workloads/html-form.ts';
import { refreshWorkload } from '../workloads/refresh.ts';
import { userDataWorkload } from '../workloads/user-data.ts';
import {
  type Contender,
  NotAvailableError,
  type Place,
  type Site,
  type Workloads,
} from './contender.ts';
import { benchRoot, nodeCommand } from './node-command.ts';

const projectRoot = path.resolve(benchRoot, '..');
const builtServer = path.join(projectRoot, 'dist/server.js');
export const USER_DATA_PATH = '/open_auth/get_user_data/';
export const TOKEN_PATH = '/open_auth/token/';

const NOTES = [
  'Asked: consent page with the person’s own values, answer with its CSRF token, token. Nobody asked: the institution chose to remember answers (`ask-when-changed`).',
  'By the institution’s choice, people get no mail about new access, as none of the others tells them anything. The notification on their own page, the timeline of what was read and the app’s usage are kept.',
  'LOG_LEVEL=warn: no line for each request, as none of the others writes one.',
] as const;

export const omniportSqlite: Contender = {
  name: 'omniport-sqlite',
  title: 'Omniport on SQLite',
  storage: 'SQLite, every answer durable (WAL, synchronous=FULL)',
  notes: NOTES,
  async prepare(place) {
    return prepare(place, { DATA_DIR: place.directory });
  },
};

export const omniportPostgres: Contender = {
  name: 'omniport-postgres',
  title: 'Omniport on PostgreSQL',
  storage: 'PostgreSQL, every answer durable (fsync, synchronous_commit)',
  notes: [...NOTES, 'PostgreSQL shares the server’s core.'],
  async prepare(place) {
    if (!Object.hasOwn(SETTINGS, 'DATABASE_URL')) {
      throw new NotAvailableError('The server has no setting DATABASE_URL yet.');
    }
    if (postgresqlPrograms() === undefined) {
      throw new NotAvailableError('PostgreSQL is not installed: apt-get install postgresql');
    }
    const database = await startPostgreSql(place.directory);
    try {
      const { PGUSER, PGHOST, PGPORT, PGDATABASE } = database.variables;
      const site = await prepare(place, {
        DATA_DIR: place.directory,
        DATABASE_URL: `postgres://${PGUSER}@${PGHOST}:${PGPORT}/${PGDATABASE}`,
      });
      return {
        ...site,
        versions: { ...site.versions, PostgreSQL: database.version },
        companions: [database.pid],
        close: async () => database.stop(),
      };
    } catch (error) {
      await database.stop();
      throw error;
    }
  },
};

async function prepare(
  { directory, scale }: Place,
  storage: Readonly<Record<string, string>>,
): Promise<Site> {
  if (!existsSync(builtServer)) {
    throw new NotAvailableError('dist/server.js is not built: npm run build');
  }
  await addTokens(storage, { scale, from: 0, directory });
  const address = { host: '127.0.0.1', port: await freePort() } as const;
  const manifest = readFileSync(path.join(projectRoot, 'package.json'), 'utf8');
  return {
    address,
    server: nodeCommand(builtServer, {
      PORT: String(address.port),
      HOST: address.host,
      ISSUER: `http://${address.host}:${address.port}`,
      ALLOW_HTTP_ISSUER: 'true',
      ALLOW_MAIL_FILES: 'true',
      DEMO: 'off',
      LOG_LEVEL: 'warn',
      ...storage,
    }),
    probe: requestWriter(address).get('/healthz'),
    versions: {
      'omniport-oauth2': (JSON.parse(manifest) as { readonly version: string }).version,
      'Node.js': process.versions.node,
      ...(storage['DATABASE_URL'] === undefined
        ? { SQLite: process.versions['sqlite'] ?? '' }
        : {}),
    },
    companions: [],
    durable: true,
    workloads: () => workloads(address, scale, storage),
    close: async () => undefined,
  };
}

/** Milliseconds after which a server follows what another process decided. */
const SETTINGS_HOLD = 5500;

/** Stores the campus, or with `from` more tokens for it, through our own storage. */
export async function addTokens(
  storage: Readonly<Record<string, string>>,
  { scale, from, directory }: { scale: Scale; from: number; directory: string },
): Promise<void> {
  const seed = nodeCommand(path.join(benchRoot, 'peers/omniport/seed.ts'), {
    ...scaleVariables(scale),
    BENCH_FIRST_TOKEN: String(from),
    ...storage,
  });
  await runPinned(seed, path.join(directory, 'seed.log'));
}

function signedInAs({ person }: Flow): Readonly<Record<string, string>> {
  return { Cookie: `session=${sessionSecret(person)}` };
}

function workloads(
  address: Address,
  scale: Scale,
  storage: Readonly<Record<string, string>>,
): Workloads {
  const write = requestWriter(address);
  const token = { write, path: TOKEN_PATH };

  function authorise(flow: Flow): string {
    const { clientId, redirectUri } = flow.app;
    const query = formText({ client_id: clientId, redirect_uri: redirectUri, state: flow.state });
    return write.get(`/oauth/authorise?${query}`, signedInAs(flow));
  }

  function codeFlow(flow: Flow): Step {
    return {
      request: authorise(flow),
      answered(page) {
        const { action, fields } = formOf(page, 'value="allow"');
        return {
          request: write.post(action ?? '', [...fields, ['decision', 'allow']], signedInAs(flow)),
          answered: (answer) => redeemStep(codeOf(answer, flow), flow, token),
        };
      },
    };
  }

  let signIns = 0;
  function signIn(): Step {
    signIns += 1;
    const { username } = campusPerson(signIns % scale.people);
    return {
      request: write.get('/auth/login'),
      answered(page) {
        const { action, fields } = formOf(page, 'name="password"');
        const cookie = headersOf(page, 'set-cookie').map((line) => line.split(';', 1)[0] ?? '');
        const typed = [
          ['identifier', username],
          ['password', PASSWORD],
        ] as const;
        return {
          request: write.post(action ?? '', [...fields, ...typed], { Cookie: cookie.join('; ') }),
          answered(answer) {
            const session = headersOf(answer, 'set-cookie').some((line) =>
              /^session=[\w-]{43};/u.test(line),
            );
            if (answer.status >= 400 || !session) {
              throw new UnexpectedAnswerError('a session', answer);
            }
            return undefined;
          },
        };
      },
    };
  }

  const pairs = tokenPairs(scale);
  const flows = flowsOf(scale);
  const knownFlows = sameAppFlowsOf(scale);
  const remember = async (how: 'always-ask' | 'ask-when-changed'): Promise<void> => {
    await decide(storage, 'consent', { remember: how });
    await pause(SETTINGS_HOLD);
  };
  return {
    userData: userDataWorkload(pairs, { write, path: USER_DATA_PATH }),
    refresh: refreshWorkload(pairs, token),
    codeFlow: { requests: 3, journeys: () => codeFlow(flows()) },
    codeFlowUnasked: {
      requests: 2,
      note: 'consent remembered, with what was granted',
      begin: async () => remember('ask-when-changed'),
      end: async () => remember('always-ask'),
      journeys() {
        const flow = knownFlows();
        return {
          request: authorise(flow),
          answered: (answer) => redeemStep(codeOf(answer, flow), flow, token),
        };
      },
    },
    signIn: { requests: 2, hash: 'argon2id, 19 MiB, 2 passes', journeys: signIn },
  };
}
