import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import {
  campusApp,
  campusPerson,
  LIFETIMES,
  PASSWORD,
  type Scale,
  sessionSecret,
} from '../../campus.ts';
import type { Address } from '../../load/connection.ts';
import { headerOf } from '../../load/http-answer.ts';
import { type RequestWriter, requestWriter } from '../../load/http-request.ts';
import { type Journeys, type Step, UnexpectedAnswerError } from '../../load/journey.ts';

const SCHEMA = '/usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz';
const MODULES = '/usr/lib/glewlwyd';

/** Creates Glewlwyd's database and configuration. @returns the configuration's path */
export function createGlewlwyd(directory: string, { host, port }: Address): string {
  const database = databasePath(directory);
  const connection = new DatabaseSync(database);
  connection.exec(gunzipSync(readFileSync(SCHEMA)).toString());
  // With the journal it comes with, it does a few flows a second; this mode is as durable, and its best case.
  connection.exec('PRAGMA journal_mode = WAL');
  connection.close();
  const configuration = path.join(directory, 'glewlwyd.conf');
  const settings = {
    port,
    bind_address: host,
    external_url: `http://${host}:${port}`,
    login_url: 'login.html',
    api_prefix: 'api',
    log_mode: 'console',
    log_level: 'ERROR',
    session_expiration: LIFETIMES.session,
    session_key: 'GLEWLWYD2_SESSION_ID',
    admin_scope: 'g_admin',
    profile_scope: 'g_profile',
    user_module_path: `${MODULES}/user`,
    client_module_path: `${MODULES}/client`,
    user_auth_scheme_module_path: `${MODULES}/scheme`,
    plugin_module_path: `${MODULES}/plugin`,
    use_secure_connection: false,
    // Read although nothing is secured.
    secure_connection_key_file: '/nowhere/key',
    secure_connection_pem_file: '/nowhere/pem',
    secure_connection_ca_file: '/nowhere/ca',
    hash_algorithm: 'SHA512',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  lines.push(`database = { type = "sqlite3" path = ${JSON.stringify(database)} };`);
  writeFileSync(configuration, `${lines.join('\n')}\n`);
  return configuration;
}

/** What an administrator sets up over its API: the OAuth plugin, the apps and the first person. */
export function administration(address: Address, { apps }: Scale): Journeys {
  const write = requestWriter(address);
  let cookie = '';
  const signIn: Step = {
    request: write.postJson('/api/auth/', { username: 'admin', password: 'password' }),
    answered(answer) {
      cookie = (headerOf(answer, 'set-cookie') ?? '').split(';', 1)[0] ?? '';
      return add(pluginOf(address), '/api/mod/plugin/');
    },
  };
  const rest = [
    ...Array.from({ length: apps }, (_, number) => ['/api/client/', clientOf(number)] as const),
    ['/api/user/', userOf(0)] as const,
  ];
  function add(value: unknown, where: string): Step {
    return {
      request: write.postJson(where, value, { Cookie: cookie }),
      answered(answer) {
        if (answer.status !== 200) throw new UnexpectedAnswerError(`${where} to take it`, answer);
        const next = rest.shift();
        return next === undefined ? undefined : add(next[1], next[0]);
      },
    };
  }
  return () => signIn;
}

/**
 * Everybody else like the first person, with a session and a granted app each: in SQL, because over the API
 * each of a thousand passwords would be hashed.
 */
export function copyPeople(directory: string, { people, apps }: Scale): void {
  const database = new DatabaseSync(databasePath(directory));
  const first = campusPerson(0).username;
  database.exec('BEGIN');
  for (let number = 0; number < people; number += 1) {
    const { username, fullName, email } = campusPerson(number);
    if (number > 0) {
      database
        .prepare(
          'INSERT INTO g_user (gu_username, gu_name, gu_email, gu_enabled) VALUES (?, ?, ?, 1)',
        )
        .run(username, fullName, email);
      for (const [table, column] of [
        ['g_user_password', 'guw_password'],
        ['g_user_scope_user', 'gus_id'],
      ] as const) {
        database
          .prepare(
            `INSERT INTO ${table} (gu_id, ${column}) SELECT (SELECT gu_id FROM g_user WHERE gu_username = ?), ${column}
             FROM ${table} WHERE gu_id = (SELECT gu_id FROM g_user WHERE gu_username = ?)`,
          )
          .run(username, first);
      }
    }
    addSession(database, number);
    database
      .prepare(
        `INSERT INTO g_client_user_scope (gs_id, gcus_username, gcus_client_id)
         SELECT gs_id, ?, ? FROM g_scope WHERE gs_name = 'openid'`,
      )
      .run(username, campusApp(number % apps).clientId);
  }
  database.exec('COMMIT');
  database.close();
}

/** Its session ids have 128 characters. */
export function sessionId(person: number): string {
  return sessionSecret(person).padEnd(128, 'x');
}

/** Signs a person in with their password. */
export function signInRequest(write: RequestWriter, person: number): string {
  const { username } = campusPerson(person);
  return write.postJson('/api/auth/', { username, password: PASSWORD });
}

function addSession(database: DatabaseSync, person: number): void {
  const hash = createHash('sha512').update(sessionId(person)).digest('base64');
  const now = Math.floor(Date.now() / 1000);
  const end = now + LIFETIMES.session;
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO g_user_session (gus_session_hash, gus_user_agent, gus_issued_for, gus_username, gus_expiration, gus_last_login, gus_current)
       VALUES (?, 'benchmark', '127.0.0.1', ?, ?, ?, 1)`,
    )
    .run(`{SHA512}${hash}`, campusPerson(person).username, end, now);
  database
    .prepare(
      'INSERT INTO g_user_session_scheme (gus_id, guss_expiration, guss_last_login) VALUES (?, ?, ?)',
    )
    .run(lastInsertRowid, end, now);
}

function databasePath(directory: string): string {
  return path.join(directory, 'glewlwyd.sqlite');
}

function pluginOf({ host, port }: Address): unknown {
  return {
    module: 'oidc',
    name: 'oidc',
    display_name: 'OpenID Connect',
    order_rank: 0,
    readonly: false,
    enabled: true,
    parameters: {
      iss: `http://${host}:${port}`,
      // The cheapest signature there is.
      'jwt-type': 'sha',
      'jwt-key-size': '256',
      key: randomBytes(32).toString('hex'),
      'access-token-duration': LIFETIMES.accessToken,
      'refresh-token-duration': LIFETIMES.refreshToken,
      'code-duration': LIFETIMES.code,
      'refresh-token-rolling': false,
      'refresh-token-one-use': 'always',
      'allow-non-oidc': false,
      'auth-type-code-enabled': true,
      'auth-type-refresh-enabled': true,
      'auth-type-token-enabled': false,
      'auth-type-none-enabled': false,
      'auth-type-password-enabled': false,
      'auth-type-client-enabled': false,
      'auth-type-device-enabled': false,
      'auth-type-implicit-enabled': false,
      'pkce-allowed': true,
      'introspection-revocation-allowed': false,
      'request-parameter-allow': false,
      'subject-type': 'public',
      'additional-parameters': [],
      claims: [
        {
          name: 'username',
          'user-property': 'username',
          type: 'string',
          mandatory: true,
          'on-demand': false,
          scope: [],
        },
      ],
      'name-claim': 'mandatory',
      'email-claim': 'mandatory',
      'scope-claim': 'no',
    },
  };
}

function clientOf(number: number): unknown {
  const { clientId, clientSecret, redirectUri, name } = campusApp(number);
  return {
    client_id: clientId,
    name,
    confidential: true,
    // Not `password`, which it would hash at every request of the app.
    client_secret: clientSecret,
    enabled: true,
    scope: [],
    redirect_uri: [redirectUri],
    authorization_type: ['code', 'refresh_token'],
    token_endpoint_auth_method: ['client_secret_post'],
  };
}

function userOf(number: number): unknown {
  const { username, fullName, email } = campusPerson(number);
  return {
    username,
    name: fullName,
    email,
    password: PASSWORD,
    enabled: true,
    scope: ['openid', 'g_profile'],
  };
}
