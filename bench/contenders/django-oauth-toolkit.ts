import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  campusApp,
  campusPerson,
  LIFETIMES,
  PASSWORD,
  personData,
  type Scale,
  sessionSecret,
  tokenPairs,
} from '../campus.ts';
import type { Address } from '../load/connection.ts';
import { headersOf, type HttpAnswer } from '../load/http-answer.ts';
import { formText, requestWriter } from '../load/http-request.ts';
import { type Step, UnexpectedAnswerError } from '../load/journey.ts';
import { freePort } from '../machine/free-port.ts';
import { postgresqlPrograms, startPostgreSql } from '../machine/postgresql.ts';
import { type Command, runPinned } from '../machine/server-process.ts';
import { codeOf, type Flow, flowsOf, redeemStep } from '../workloads/code-flow.ts';
import { formOf } from '../workloads/html-form.ts';
import { refreshWorkload } from '../workloads/refresh.ts';
import { userDataWorkload } from '../workloads/user-data.ts';
import { type Contender, NotAvailableError, type Workloads } from './contender.ts';
import { benchRoot } from './node-command.ts';

const PYTHON = '/usr/bin/python3';
const PACKAGES = ['python3-django-oauth-toolkit', 'python3-psycopg2', 'gunicorn', 'postgresql'];
// The fastest of what was tried on one core: 2 or 3 `sync` workers, 1 to 3 threaded ones.
const WORKERS = ['--workers', '2', '--threads', '4', '--worker-class', 'gthread'];

export const djangoOauthToolkit: Contender = {
  name: 'django-oauth-toolkit',
  title: 'Django OAuth Toolkit',
  storage: 'PostgreSQL, every answer durable (fsync, synchronous_commit)',
  notes: [
    `Debian’s packages under gunicorn, two threaded workers with kept-open connections, which was the fastest; PostgreSQL shares the server’s core.`,
    'The person’s data is served from memory, so that only the token’s check is measured.',
    'Asked: consent page, answer with its CSRF token, token.',
  ],
  async prepare({ directory, scale }) {
    const versions = installedVersions();
    const campusFile = path.join(directory, 'campus.json');
    writeFileSync(campusFile, JSON.stringify(campusOf(scale)));
    const database = await startPostgreSql(directory);
    try {
      const python: Omit<Command, 'program' | 'arguments'> = {
        environment: {
          PATH: '/usr/bin:/bin',
          BENCH_CAMPUS: campusFile,
          PYTHONDONTWRITEBYTECODE: '1',
          ...database.variables,
        },
        directory: path.join(benchRoot, 'peers/django-oauth-toolkit'),
      };
      const seed = { ...python, program: PYTHON, arguments: ['seed.py'] };
      await runPinned(seed, path.join(directory, 'seed.log'));
      const address = { host: '127.0.0.1', port: await freePort() } as const;
      const bind = ['--bind', `${address.host}:${address.port}`, '--keep-alive', '30'];
      return {
        address,
        server: {
          ...python,
          program: PYTHON,
          arguments: ['-m', 'gunicorn', ...bind, ...WORKERS, 'campus.wsgi:application'],
        },
        probe: requestWriter(address).get('/user-data/'),
        versions: { ...versions, PostgreSQL: database.version },
        companions: [database.pid],
        durable: true,
        workloads: () => workloads(address, scale),
        close: async () => database.stop(),
      };
    } catch (error) {
      await database.stop();
      throw error;
    }
  },
};

function installedVersions(): Readonly<Record<string, string>> {
  if (postgresqlPrograms() === undefined) missing();
  const program =
    'import django, gunicorn, oauth2_provider, psycopg2, platform;' +
    'print(django.get_version(), gunicorn.__version__, oauth2_provider.__version__, platform.python_version())';
  try {
    const [django, gunicorn, toolkit, python] = execFileSync(PYTHON, ['-c', program], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .split(' ');
    return {
      'Django OAuth Toolkit': toolkit ?? '',
      Django: django ?? '',
      gunicorn: gunicorn ?? '',
      Python: python ?? '',
    };
  } catch {
    return missing();
  }
}

function missing(): never {
  throw new NotAvailableError(
    `Debian’s packages are not installed: apt-get install ${PACKAGES.join(' ')}`,
  );
}

/** What seed.py and the site read. */
function campusOf(scale: Scale): unknown {
  return {
    password: PASSWORD,
    lifetimes: LIFETIMES,
    people: Array.from({ length: scale.people }, (_, number) => ({
      ...campusPerson(number),
      data: personData(number),
      session: sessionKey(number),
    })),
    apps: Array.from({ length: scale.apps }, (_, number) => campusApp(number)),
    pairs: tokenPairs(scale),
  };
}

/** Django's session keys are 32 characters. */
function sessionKey(person: number): string {
  return sessionSecret(person).slice(0, 32).toLowerCase();
}

function workloads(address: Address, scale: Scale): Workloads {
  const write = requestWriter(address);
  const token = { write, path: '/o/token/' };

  function codeFlow(flow: Flow): Step {
    const { app, person, state } = flow;
    const query = formText({
      client_id: app.clientId,
      redirect_uri: app.redirectUri,
      response_type: 'code',
      scope: 'campus',
      state,
    });
    const page = `/o/authorize/?${query}`;
    const session = `sessionid=${sessionKey(person)}`;
    return {
      request: write.get(page, { Cookie: session }),
      answered(shown) {
        const { fields } = formOf(shown, 'name="allow"');
        const cookie = `${session}; ${cookiesOf(shown)}`;
        return {
          request: write.post(page, [...fields, ['allow', 'Authorize']], { Cookie: cookie }),
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
      request: write.get('/login/'),
      answered(page) {
        const { fields } = formOf(page, 'name="password"');
        const typed = [
          ['username', username],
          ['password', PASSWORD],
        ] as const;
        return {
          request: write.post('/login/', [...fields, ...typed], { Cookie: cookiesOf(page) }),
          answered(answer) {
            if (answer.status !== 302 || !cookiesOf(answer).includes('sessionid=')) {
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
  return {
    userData: userDataWorkload(pairs, { write, path: '/user-data/' }),
    refresh: refreshWorkload(pairs, token),
    codeFlow: { requests: 3, journeys: () => codeFlow(flows()) },
    signIn: { requests: 2, hash: 'PBKDF2-SHA256, 260 000 iterations', journeys: signIn },
  };
}

function cookiesOf(answer: HttpAnswer): string {
  return headersOf(answer, 'set-cookie')
    .map((line) => line.split(';', 1)[0] ?? '')
    .join('; ');
}
