import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ClaimCode } from '../../src/domain/claim.ts';
import type { Browser } from '../support/browser.ts';
import { allow } from '../support/consent.ts';
import type { PersonName } from '../support/people.ts';
import type { RawRequest, RawResponse } from '../support/raw-request.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { signIn } from '../support/sign-in.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/**
 * Clients that exist, as they were written (the numbers are those of the clients file kept with the wire contract).
 * Each row does what its client does, with its oddities; nothing is put right for it.
 */

let server: TestServer;
const browsers = new Map<PersonName, Browser>();
beforeAll(async () => {
  server = await startTestServer();
  for (const person of ['student', 'maintainer', 'faculty', 'staff'] as const) {
    browsers.set(person, await server.browser(person));
  }
});
afterAll(() => server.close());

/** The user data as a client sees it: JSON of any shape. */
// oxlint-disable-next-line typescript/no-explicit-any -- clients reach into it without asking, and so do these tests
type Data = any;

interface OldClient {
  readonly pattern: string;
  readonly does: string;
  readonly redirectUri?: string;
  readonly person?: PersonName;
  readonly claims?: readonly ClaimCode[];
  /** Query of the authorise link besides `client_id`. */
  readonly authorise?: Readonly<Record<string, string>>;
  /** Method and path of its token call; `POST /open_auth/token/` unless given. */
  readonly tokenTarget?: string;
  /** Its token call. */
  readonly token?: (app: SeededClient, code: string) => RawRequest;
  /** Method and path of its user data call. */
  readonly dataTarget?: string;
  /** What it puts into the Authorization header. */
  readonly authorization?: (tokens: Record<string, string>) => string;
  /** What it needs from the user data. */
  readonly reads?: (data: Data) => void;
}

const CALLBACK = 'http://localhost:8080/callback';
const CONTACT = [
  'contact_information.email_address',
  'contact_information.institute_webmail_address',
];

/** The usual token call: credentials and everything else in a form. */
function form(app: SeededClient, code: string): RawRequest {
  return {
    form: {
      ...app.credentials,
      grant_type: 'authorization_code',
      redirect_uri: app.redirectUri,
      code,
    },
  };
}

/** As `redirect_url`, which is no parameter of OAuth. */
function formWithRedirectUrl(app: SeededClient, code: string): RawRequest {
  return {
    form: {
      ...app.credentials,
      grant_type: 'authorization_code',
      redirect_url: app.redirectUri,
      code,
    },
  };
}

const WORKING: readonly OldClient[] = [
  {
    pattern: 'P1',
    does: 'Django; indexes username, emailAddress and each role',
    authorise: { redirect_uri: CALLBACK },
    claims: ['person.roles', ...CONTACT],
    reads(data) {
      expect(data['username']).toBe('21114009');
      expect(data['contactInformation']['emailAddress']).toBe('aarohi@example.org');
      expect(data['person']['roles'].map((role: Data) => role['role'])).toEqual(['Student']);
    },
  },
  {
    pattern: 'P2',
    does: 'redirect_url instead of redirect_uri, at both ends; slices the enrolment number',
    authorise: { redirect_url: CALLBACK, state: 'spuggy' },
    token: formWithRedirectUrl,
    claims: [
      'person.full_name',
      'student.enrolment_number',
      'student.current_year',
      'student.branch.name',
      ...CONTACT,
    ],
    reads(data) {
      expect(data.student.enrolmentNumber.slice(4, 8)).toBe('4009');
      expect(data.student.currentYear).toBe(4);
      expect(data.student['branch name']).toBe('B.Tech. (Electrical Engineering)');
      expect(data.student['branch name'].split('(')[1]).toBe('Electrical Engineering)');
    },
  },
  {
    pattern: 'P3',
    does: 'Express with axios; prefixes the picture with our host',
    authorise: { redirect_uri: CALLBACK, state: 'x' },
    claims: [
      'person.display_picture',
      'student.enrolment_number',
      'student.branch.department.name',
    ],
    reads(data) {
      expect(`https://channeli.in/${data.person.displayPicture}`).toMatch(
        /^https:\/\/channeli\.in\/\/media\/.+\.png$/u,
      );
      expect(data.student['branch department name']).toBe('Electrical Engineering Department');
    },
  },
  {
    pattern: 'P6',
    does: 'sends client_id only; names another spelling of the redirect URI nowhere',
    redirectUri: 'http://localhost:8080/',
    claims: ['student.branch.department.name', ...CONTACT],
    reads(data) {
      expect(data.contactInformation.instituteWebmailAddress).toBe('aarohi_m@ee.campus.example');
    },
  },
  {
    pattern: 'P7',
    does: "forwards the browser's own Authorization header; tells the role by an empty object",
    token: (app, code) => ({
      ...form(app, code),
      headers: { authorization: 'Bearer something-of-its-own' },
    }),
    person: 'faculty',
    claims: ['student.enrolment_number', 'faculty_member.employee_id'],
    reads(data) {
      expect(Object.keys(data.student)).toHaveLength(0);
      expect(Object.keys(data.facultyMember)).not.toHaveLength(0);
    },
  },
  {
    pattern: 'P13',
    does: 'finds maintainers by roles[1] and its exact status',
    authorise: { redirect_uri: CALLBACK, state: 's' },
    person: 'maintainer',
    claims: ['person.roles'],
    reads(data) {
      expect(data.person.roles[1].role).toBe('Maintainer');
      expect(data.person.roles[1].activeStatus).toBe('ActiveStatus.IS_ACTIVE');
      expect(data.userId).toBeGreaterThan(0);
    },
  },
  {
    pattern: 'P14, P49',
    does: 'builds the header from token_type',
    authorise: { redirect_uri: CALLBACK, state: 'RANDOM_STATE_STRING' },
    authorization: (tokens) => `${tokens['token_type']} ${tokens['access_token']}`,
  },
  {
    pattern: 'P15',
    does: 'int(username), for everybody',
    person: 'staff',
    reads(data) {
      expect(Number.parseInt(data.username, 10)).toBe(300_877);
    },
  },
  {
    pattern: 'P16',
    does: 'needs everything about a person in one answer',
    claims: [
      'student.branch.department.name',
      'biological_information.date_of_birth',
      'contact_information.primary_phone_number',
    ],
    reads(data) {
      expect(data.biologicalInformation.dateOfBirth).toBe('2003-02-28');
      expect(data.contactInformation.primaryPhoneNumber).toBe('91-9812345678');
    },
  },
  {
    pattern: 'P19',
    does: 'a bare ? behind both addresses',
    tokenTarget: 'POST /open_auth/token/?',
    dataTarget: 'GET /open_auth/get_user_data/?',
  },
  {
    pattern: 'P21',
    does: 'no slash at the end of any address',
    tokenTarget: 'POST /open_auth/token',
    dataTarget: 'GET /open_auth/get_user_data',
  },
  {
    pattern: 'P22',
    does: 'sends state to the token endpoint as well',
    authorise: { state: 'Authorised' },
    token(app, code) {
      const { form: fields } = form(app, code);
      return { form: { ...(fields as Record<string, string>), state: 'Authorised' } };
    },
  },
  {
    pattern: 'P26',
    does: 'redirect_url at authorise; a form with a value for each of its own fields',
    authorise: { redirect_url: CALLBACK },
    token(app, code) {
      const { form: fields } = formWithRedirectUrl(app, code);
      return { form: { ...(fields as Record<string, string>), desired_state: '', id: '17' } };
    },
    person: 'maintainer',
    claims: ['person.roles'],
    reads(data) {
      expect(data.person.roles.map((role: Data) => role.activeStatus)).toContain(
        'ActiveStatus.WILL_BE_ACTIVE',
      );
    },
  },
  {
    pattern: 'P27-P34',
    does: 'bug trackers of 2020: redirect_url, state, and "error" looked for in the body',
    authorise: { redirect_url: CALLBACK, state: 'success' },
    token: formWithRedirectUrl,
    claims: ['person.full_name', 'person.roles', 'student.branch.degree.name'],
    reads(data) {
      expect('error' in data).toBe(false);
      expect(data.student['branch degree name']).toBe('B.Tech. - Bachelor of Technology');
    },
  },
  {
    pattern: 'P36',
    does: 'multipart/form-data',
    token(app, code) {
      const { form: fields } = form(app, code);
      return { multipart: fields! };
    },
  },
  {
    pattern: 'P38',
    does: 'response_type and state; reads userId and shortName, never a nested branch',
    authorise: { response_type: 'code', redirect_uri: CALLBACK, state: 'abc' },
    claims: ['person.short_name', 'student.branch.name', ...CONTACT],
    reads(data) {
      expect(data.person.shortName).toBe('आरोही');
      expect(data.student.branch).toBeUndefined();
    },
  },
  {
    pattern: 'P39',
    does: 'reads emailAddressVerified as a boolean',
    claims: ['contact_information.email_address', 'contact_information.email_address_verified'],
    reads(data) {
      expect(data.contactInformation.emailAddressVerified).toBe(true);
    },
  },
  {
    pattern: 'P40, P46',
    does: 'concatenates host and picture',
    claims: ['person.display_picture'],
    reads(data) {
      expect(`https://channeli.in${data.person.displayPicture}`).toContain('channeli.in/media/');
    },
  },
  {
    pattern: 'P41',
    does: 'needs both student and facultyMember, of a faculty member',
    person: 'faculty',
    claims: [
      'student.enrolment_number',
      'faculty_member.employee_id',
      'faculty_member.department.name',
    ],
    reads(data) {
      expect(data).toHaveProperty('student');
      expect(data.facultyMember.employeeId).toBe('100234');
      expect(data.facultyMember['department name']).toBe('Electrical Engineering Department');
    },
  },
  {
    pattern: 'P47',
    does: 'sends state=yay at both ends',
    authorise: { state: 'yay' },
    token(app, code) {
      const { form: fields } = form(app, code);
      return { form: { ...(fields as Record<string, string>), state: 'yay' } };
    },
  },
  {
    pattern: 'P53',
    does: 'asks for scope "openid profile email"',
    authorise: { redirect_uri: CALLBACK, scope: 'openid profile email' },
  },
];

describe('clients that work', () => {
  it.each(WORKING)('$pattern: $does', async (old) => {
    const app = await seedClient(server, {
      redirectUris: [old.redirectUri ?? CALLBACK],
      claims: old.claims ?? ['person.short_name'],
    });
    const query = new URLSearchParams({ client_id: app.clientId, ...old.authorise });
    const browser = browsers.get(old.person ?? 'student')!;

    const location = await allow(
      browser,
      await browser.visit(`/oauth/authorise/?${query.toString()}`),
    );
    expect(location.href.startsWith(app.redirectUri)).toBe(true);
    // Some cut the code out by position.
    const code = location.href.split('?code=')[1]!.split('&')[0]!;

    const tokenCall = (old.token ?? form)(app, code);
    const answer = await server.request(old.tokenTarget ?? 'POST /open_auth/token/', tokenCall);
    expect(answer.body).toContain('access_token');
    const tokens = JSON.parse(answer.body) as Record<string, string>;
    expect(Object.keys(tokens)).toEqual([
      'access_token',
      'expires_in',
      'token_type',
      'scope',
      'refresh_token',
    ]);

    const authorization = old.authorization?.(tokens) ?? `Bearer ${tokens['access_token']}`;
    const data = await server.request(old.dataTarget ?? 'GET /open_auth/get_user_data/', {
      headers: { authorization },
    });
    expect(data.status).toBe(200);
    const body: Data = JSON.parse(data.body);
    expect(body).toMatchObject({
      userId: expect.any(Number) as number,
      username: expect.stringMatching(/^\d+$/u) as string,
    });
    old.reads?.(body);
  });

  it('P20: asks for the authorise page on its server, and sends the browser to where that ended', async () => {
    const app = await seedClient(server, {
      redirectUris: [CALLBACK],
      claims: ['student.enrolment_number'],
    });
    const query = new URLSearchParams({ client_id: app.clientId, redirect_uri: CALLBACK });
    const ended = await fetch(`${server.origin}/oauth/authorise/?${query.toString()}`);
    expect(ended.status).toBe(200);

    const browser = await server.browser();
    const consent = await signIn(browser, await browser.visit(ended.url), 'student');
    const location = await allow(browser, consent);

    expect(location.href.startsWith(`${CALLBACK}?code=`)).toBe(true);
  });

  it('P50: compares the state with ==', async () => {
    const app = await seedClient(server);
    const state = 'S0me/State+with=odd&characters {"next":"/a b"}';
    const browser = browsers.get('student')!;
    const query = new URLSearchParams({ client_id: app.clientId, state });
    const location = await allow(
      browser,
      await browser.visit(`/oauth/authorise?${query.toString()}`),
    );
    expect(location.searchParams.get('state')).toBe(state);
  });

  it('P24: shows an error page unless revoking is answered with 200', async () => {
    const app = await seedClient(server);
    const response = await server.request('POST /open_auth/revoke_token/', {
      form: { ...app.credentials, token: 'whatever', token_type_hint: 'access_token' },
    });
    expect(response.status).toBe(200);
  });
});

describe('clients that never worked go on getting the answers they got', () => {
  async function answerTo(
    target: string,
    request: (app: SeededClient) => RawRequest,
  ): Promise<RawResponse> {
    const app = await seedClient(server);
    return server.request(target, request(app));
  }

  it('P11, P52: JSON to /oauth/token/, which is not there', async () => {
    const { status } = await answerTo('POST /oauth/token/', (app) => ({
      body: JSON.stringify({ ...app.credentials, grant_type: 'authorization_code', code: 'c' }),
      headers: { 'content-type': 'application/json' },
    }));
    expect([403, 404]).toContain(status);
  });

  it('P47: a refresh without its refresh token', async () => {
    const { status, body } = await answerTo('POST /open_auth/token/', (app) => ({
      form: { ...app.credentials, grant_type: 'refresh_token' },
    }));
    expect(status).toBe(400);
    expect(body).toContain('invalid_request');
  });

  it('P57: axios({ body }) sends nothing', async () => {
    const { status, body } = await answerTo('POST /open_auth/token/', () => ({}));
    expect(status).toBe(400);
    expect(body).toBe('{"error": "unsupported_grant_type"}');
  });
});
