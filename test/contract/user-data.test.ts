import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DEFAULT_CLAIM_CATALOGUE } from '../../src/domain/claim-catalogue.ts';
import type { PersonName } from '../support/people.ts';
import { obtainTokens, revoke, userData } from '../support/provider-client.ts';
import { decideTo, requestClaims, seedClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Wire contract §1: GET /open_auth/get_user_data/. Bodies are compared as exact text. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** The body an app with these claims gets, or a note of what it got instead. */
async function bodyFor(person: PersonName, claims: readonly string[]): Promise<string> {
  const client = await seedClient(server, { claims });
  const { access_token: accessToken } = await obtainTokens(server, client, { person });
  const { status, body } = await userData(server, accessToken);
  return status === 200 ? body : `${status} ${body}`;
}

/** The exact body: who, then the given members. */
function of(person: PersonName, members = ''): string {
  const { id, username } = server.people[person];
  return `{"userId":${id},"username":"${username}"${members === '' ? '' : `,${members}`}}`;
}

/** A token that reads something, and its header. */
async function bearer(): Promise<{ readonly token: string; readonly authorization: string }> {
  const client = await seedClient(server);
  const { access_token: token } = await obtainTokens(server, client);
  return { token, authorization: `Bearer ${token}` };
}

const PATH = '/open_auth/get_user_data/';

describe('§0.1 and §1.2 userId and username come first, whatever was asked for', () => {
  it('serves both, userId as a number and username as a string', async () => {
    const body = await bodyFor('student', ['person.short_name']);

    expect(body).toMatch(/^\{"userId":[1-9]\d*,"username":"21114009",/u);
    expect(body).toBe(of('student', '"person":{"shortName":"आरोही"}'));
  });

  it('serves null for an account without a username', async () => {
    const client = await seedClient(server);
    const { access_token: token } = await obtainTokens(server, client, { person: 'stranger' });
    const { database, people } = server;
    const { id, username } = people.stranger;
    try {
      await database.execute(`UPDATE account SET username = NULL WHERE id = ${id}`);
      const { body } = await userData(server, token);
      expect(JSON.parse(body)).toMatchObject({ username: null });
      expect(body).toMatch(/^\{"userId":\d+,"username":null,"person":/u);
    } finally {
      await database.execute(`UPDATE account SET username = '${username}' WHERE id = ${id}`);
    }
  });
});

/** Code, whose record shows it, the members that person gets, and what somebody with an empty record gets. */
const DATA_POINTS: readonly (readonly [
  code: string,
  person: PersonName,
  members: readonly [full: string, unset: string],
])[] = [
  ['person.short_name', 'student', ['"person":{"shortName":"आरोही"}', '"person":{"shortName":""}']],
  [
    'person.full_name',
    'student',
    ['"person":{"fullName":"Aarohi “Aaru” Mehta-Œuvrard"}', '"person":{"fullName":"Nobody Known"}'],
  ],
  [
    'person.roles',
    'student',
    [
      '"person":{"roles":[{"role":"Student","activeStatus":"ActiveStatus.IS_ACTIVE"}]}',
      '"person":{"roles":[]}',
    ],
  ],
  [
    'person.custom_roles',
    'maintainer',
    [
      '"person":{"customRoles":[' +
        '{"role":"student_council.Secretary","activeStatus":"ActiveStatus.HAS_BEEN_ACTIVE"},' +
        '{"role":"shell.LibraryVolunteer","activeStatus":"ActiveStatus.IS_ACTIVE"}]}',
      '"person":{"customRoles":[]}',
    ],
  ],
  [
    'person.display_picture',
    'student',
    [
      '"person":{"displayPicture":"/media/kernel/display_pictures/7f0c8f3e-9a43-4a39-9d0d-0a1b2c3d4e5f.png"}',
      '"person":{"displayPicture":null}',
    ],
  ],
  [
    'student.start_date',
    'student',
    ['"student":{"startDate":"2021-07-16"}', '"student":{"startDate":null}'],
  ],
  [
    'student.end_date',
    'maintainer',
    ['"student":{"endDate":"2027-05-31"}', '"student":{"endDate":null}'],
  ],
  [
    'student.enrolment_number',
    'student',
    ['"student":{"enrolmentNumber":"21114009"}', '"student":{"enrolmentNumber":null}'],
  ],
  [
    'student.branch.name',
    'student',
    [
      '"student":{"branch name":"B.Tech. (Electrical Engineering)"}',
      '"student":{"branch name":null}',
    ],
  ],
  [
    'student.branch.degree.name',
    'student',
    [
      '"student":{"branch degree name":"B.Tech. - Bachelor of Technology"}',
      '"student":{"branch degree name":null}',
    ],
  ],
  [
    'student.branch.department.name',
    'student',
    [
      '"student":{"branch department name":"Electrical Engineering Department"}',
      '"student":{"branch department name":null}',
    ],
  ],
  [
    'student.current_year',
    'student',
    ['"student":{"currentYear":4}', '"student":{"currentYear":null}'],
  ],
  [
    'student.current_semester',
    'student',
    ['"student":{"currentSemester":8}', '"student":{"currentSemester":null}'],
  ],
  [
    'faculty_member.start_date',
    'faculty',
    ['"facultyMember":{"startDate":"2009-01-05"}', '"facultyMember":{"startDate":null}'],
  ],
  [
    'faculty_member.end_date',
    'faculty',
    ['"facultyMember":{"endDate":null}', '"facultyMember":{"endDate":null}'],
  ],
  [
    'faculty_member.designation',
    'faculty',
    ['"facultyMember":{"designation":"asp"}', '"facultyMember":{"designation":null}'],
  ],
  [
    'faculty_member.department.name',
    'faculty',
    [
      '"facultyMember":{"department name":"Electrical Engineering Department"}',
      '"facultyMember":{"department name":null}',
    ],
  ],
  [
    'faculty_member.employee_id',
    'faculty',
    ['"facultyMember":{"employeeId":"100234"}', '"facultyMember":{"employeeId":null}'],
  ],
  [
    'biological_information.date_of_birth',
    'student',
    [
      '"biologicalInformation":{"dateOfBirth":"2003-02-28"}',
      '"biologicalInformation":{"dateOfBirth":null}',
    ],
  ],
  [
    'biological_information.blood_group',
    'student',
    ['"biologicalInformation":{"bloodGroup":"AB+"}', '"biologicalInformation":{"bloodGroup":null}'],
  ],
  [
    'biological_information.sex',
    'student',
    ['"biologicalInformation":{"sex":"female"}', '"biologicalInformation":{"sex":null}'],
  ],
  [
    'biological_information.gender',
    'student',
    ['"biologicalInformation":{"gender":"woman"}', '"biologicalInformation":{"gender":null}'],
  ],
  [
    'contact_information.email_address',
    'student',
    [
      '"contactInformation":{"emailAddress":"aarohi@example.org"}',
      '"contactInformation":{"emailAddress":null}',
    ],
  ],
  [
    'contact_information.email_address_verified',
    'student',
    [
      '"contactInformation":{"emailAddressVerified":true}',
      '"contactInformation":{"emailAddressVerified":false}',
    ],
  ],
  [
    'contact_information.institute_webmail_address',
    'student',
    [
      '"contactInformation":{"instituteWebmailAddress":"aarohi_m@ee.campus.example"}',
      '"contactInformation":{"instituteWebmailAddress":null}',
    ],
  ],
  [
    'contact_information.primary_phone_number',
    'student',
    [
      '"contactInformation":{"primaryPhoneNumber":"91-9812345678"}',
      '"contactInformation":{"primaryPhoneNumber":null}',
    ],
  ],
  [
    'contact_information.secondary_phone_number',
    'student',
    [
      '"contactInformation":{"secondaryPhoneNumber":"9876501234"}',
      '"contactInformation":{"secondaryPhoneNumber":null}',
    ],
  ],
  [
    'residential_information.residence.name',
    'student',
    [
      '"residentialInformation":{"residence name":"Sarojini bhawan"}',
      '"residentialInformation":{"residence name":null}',
    ],
  ],
  [
    'residential_information.room_number',
    'student',
    [
      '"residentialInformation":{"roomNumber":"A-101"}',
      '"residentialInformation":{"roomNumber":null}',
    ],
  ],
  [
    'social_information.links',
    'student',
    [
      '"socialInformation":{"git":"https://github.com/aarohi","oth":"https://aarohi.example/?a=1&b=<2>"}',
      '"socialInformation":{}',
    ],
  ],
];

describe('§1.2 every data point', () => {
  it('is in this table, and the table holds no other', () => {
    expect(DATA_POINTS.map(([code]) => code)).toEqual([...DEFAULT_CLAIM_CATALOGUE.byCode.keys()]);
    expect(DATA_POINTS).toHaveLength(30);
  });

  it.each(DATA_POINTS)('%s, alone, of the %s', async (code, person, [full]) => {
    expect(await bodyFor(person, [code])).toBe(of(person, full));
  });

  it.each(DATA_POINTS)(
    '%s, of a record that does not hold it',
    async (code, _person, [, unset]) => {
      expect(await bodyFor('blank', [code])).toBe(of('blank', unset));
    },
  );
});

describe('§1.1 key order', () => {
  it('orders categories as the catalogue does, fields as the developer did, and roles and picture last', async () => {
    const body = await bodyFor('student', [
      'contact_information.institute_webmail_address',
      'student.current_year',
      'person.display_picture',
      'person.custom_roles',
      'student.branch.degree.name',
      'person.roles',
      'student.branch.name',
      'person.full_name',
      'contact_information.email_address',
      'person.short_name',
    ]);

    expect(body).toBe(
      of(
        'student',
        '"person":{"fullName":"Aarohi “Aaru” Mehta-Œuvrard","shortName":"आरोही",' +
          '"roles":[{"role":"Student","activeStatus":"ActiveStatus.IS_ACTIVE"}],"customRoles":[],' +
          '"displayPicture":"/media/kernel/display_pictures/7f0c8f3e-9a43-4a39-9d0d-0a1b2c3d4e5f.png"},' +
          '"student":{"currentYear":4,"branch degree name":"B.Tech. - Bachelor of Technology",' +
          '"branch name":"B.Tech. (Electrical Engineering)"},' +
          '"contactInformation":{"instituteWebmailAddress":"aarohi_m@ee.campus.example","emailAddress":"aarohi@example.org"}',
      ),
    );
  });

  it('opens a category only when the app holds one of its data points', async () => {
    const body = await bodyFor('student', ['student.current_year']);

    expect(Object.keys(JSON.parse(body) as object)).toEqual(['userId', 'username', 'student']);
  });

  it('holds the seven categories in their order when all is asked for', async () => {
    const body = await bodyFor('student', [...DEFAULT_CLAIM_CATALOGUE.byCode.keys()].toReversed());

    expect(Object.keys(JSON.parse(body) as object)).toEqual([
      'userId',
      'username',
      'person',
      'student',
      'facultyMember',
      'biologicalInformation',
      'contactInformation',
      'residentialInformation',
      'socialInformation',
    ]);
  });
});

describe('§1.3 roles', () => {
  it('lists every role in the order of registration, with its standing today, ended ones too', async () => {
    expect(await bodyFor('maintainer', ['person.roles'])).toBe(
      of(
        'maintainer',
        '"person":{"roles":[' +
          '{"role":"Student","activeStatus":"ActiveStatus.IS_ACTIVE"},' +
          '{"role":"Maintainer","activeStatus":"ActiveStatus.IS_ACTIVE"},' +
          '{"role":"Guest","activeStatus":"ActiveStatus.WILL_BE_ACTIVE"},' +
          '{"role":"JointFaculty","activeStatus":"ActiveStatus.HAS_BEEN_ACTIVE"}]}',
      ),
    );
  });

  it('ends a role after its last day, which is a day of the campus, not of UTC', async () => {
    const own = await startTestServer();
    try {
      const client = await seedClient(own, { claims: ['person.roles'] });
      const studentRole = async (token: string): Promise<string> => {
        const { body } = await userData(own, token);
        const { person } = JSON.parse(body) as { person: { roles: { activeStatus: string }[] } };
        return person.roles[0]!.activeStatus;
      };

      // Its last day is today. The day ends at 18:30 UTC, while it still is the same day there.
      own.clock.advance(12 * 3600 - 60);
      const { access_token: token } = await obtainTokens(own, client, { person: 'maintainer' });
      expect(await studentRole(token)).toBe('ActiveStatus.IS_ACTIVE');
      own.clock.advance(120);
      expect(await studentRole(token)).toBe('ActiveStatus.HAS_BEEN_ACTIVE');
    } finally {
      await own.close();
    }
  });
});

describe('§1.4 missing records', () => {
  const everyCategory = [
    'student.current_year',
    'faculty_member.designation',
    'biological_information.sex',
    'contact_information.email_address',
    'residential_information.room_number',
    'social_information.links',
  ];

  it('serves {} for each category a student has no record of', async () => {
    expect(await bodyFor('stranger', everyCategory)).toBe(
      of(
        'stranger',
        '"student":{},"facultyMember":{},"biologicalInformation":{},' +
          '"contactInformation":{"emailAddress":null},"residentialInformation":{},"socialInformation":{}',
      ),
    );
  });

  it('§0.3 serves both student and facultyMember as {} for staff', async () => {
    expect(await bodyFor('staff', ['student.current_year', 'faculty_member.employee_id'])).toBe(
      of('staff', '"student":{},"facultyMember":{}'),
    );
  });

  it('serves an empty list to somebody without roles', async () => {
    expect(await bodyFor('blank', ['person.roles', 'person.custom_roles'])).toBe(
      of('blank', '"person":{"roles":[],"customRoles":[]}'),
    );
  });

  it('serves userId and username alone for an account without a person', async () => {
    expect(
      await bodyFor('personless', [...everyCategory, 'person.full_name', 'person.roles']),
    ).toBe(of('personless'));
  });
});

describe('§1.5 defects of the original, which are not copied', () => {
  it.each([
    [
      'person.roles',
      '"person":{"roles":[{"role":"Student","activeStatus":"ActiveStatus.IS_ACTIVE"}]}',
    ],
    ['person.custom_roles', '"person":{"customRoles":[]}'],
    [
      'person.display_picture',
      '"person":{"displayPicture":"/media/kernel/display_pictures/7f0c8f3e-9a43-4a39-9d0d-0a1b2c3d4e5f.png"}',
    ],
  ])('%s alone opens the person category', async (code, members) => {
    expect(await bodyFor('student', [code])).toBe(of('student', members));
  });

  it.each([
    ['bearer', ' '],
    ['BEARER', ' '],
    ['Bearer', '  '],
  ])('accepts "%s%stoken"', async (scheme, blank) => {
    const { token } = await bearer();

    const response = await server.request(`GET ${PATH}`, {
      headers: { authorization: `${scheme}${blank}${token}` },
    });

    expect(response.status).toBe(200);
  });

  it('refuses a token in the query with 401', async () => {
    const { token } = await bearer();

    const response = await server.request(`GET ${PATH}?access_token=${token}`);

    expect(response.status).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer realm="api"');
  });

  it('never serves a data point added after the consent, even once it is approved (issue 2: the grant is a snapshot)', async () => {
    const client = await seedClient(server, { claims: ['student.current_year'] });
    const { access_token: token } = await obtainTokens(server, client);
    const claims = ['student.current_year', 'contact_information.email_address'];
    await requestClaims(server, client.number, { claims });

    const expected = of('student', '"student":{"currentYear":4}');
    expect((await userData(server, token)).body).toBe(expected);
    await decideTo(server, client.number, 'approved');
    expect((await userData(server, token)).body).toBe(expected);
  });
});

const NOT_PROVIDED = '{"detail":"Authentication credentials were not provided."}';

describe('§1.6 errors', () => {
  it.each([
    ['no header', {}],
    ['another scheme', { authorization: 'Token abcdefghijklmnopqrstuvwxyz0123' }],
    ['a raw token', { authorization: 'abcdefghijklmnopqrstuvwxyz0123' }],
    ['the scheme alone', { authorization: 'Bearer' }],
  ])('answers %s with 401 and a challenge', async (_name, headers) => {
    const response = await server.request(`GET ${PATH}`, { headers });

    expect(response.status).toBe(401);
    expect(response.body).toBe(NOT_PROVIDED);
    expect(response.headers['content-type']).toBe('application/json');
    expect(response.headers['www-authenticate']).toBe('Bearer realm="api"');
  });

  it('answers a session cookie alone with 401: a signed-in browser reads nothing', async () => {
    const browser = await server.browser('student');

    const response = await browser.send(`GET ${PATH}`);

    expect(response.status).toBe(401);
    expect(response.body).toBe(NOT_PROVIDED);
    expect(response.headers['www-authenticate']).toBe('Bearer realm="api"');
  });

  it('answers an unknown token with 401 and invalid_token', async () => {
    const response = await userData(server, 'abcdefghijklmnopqrstuvwxyz0123');

    expect(response.status).toBe(401);
    expect(response.body).toBe(NOT_PROVIDED);
    expect(response.headers['www-authenticate']).toBe(
      'Bearer realm="api",error="invalid_token",error_description="The access token is invalid."',
    );
  });

  it('answers a revoked token the same', async () => {
    const client = await seedClient(server);
    const { access_token: token } = await obtainTokens(server, client);
    expect((await userData(server, token)).status).toBe(200);
    await revoke(server, client, { token, token_type_hint: 'access_token' });

    const response = await userData(server, token);

    expect(response.status).toBe(401);
    expect(response.body).toBe(NOT_PROVIDED);
    expect(response.headers['www-authenticate']).toBe(
      'Bearer realm="api",error="invalid_token",error_description="The access token is invalid."',
    );
  });

  it('answers an expired token with 401 and says that it has expired, after 36000 seconds and not before', async () => {
    const own = await startTestServer();
    try {
      const { access_token: token } = await obtainTokens(own, await seedClient(own));
      own.clock.advance(35_999);
      expect((await userData(own, token)).status).toBe(200);
      own.clock.advance(1);

      const response = await userData(own, token);

      expect(response.status).toBe(401);
      expect(response.body).toBe(NOT_PROVIDED);
      expect(response.headers['www-authenticate']).toBe(
        'Bearer realm="api",error="invalid_token",error_description="The access token has expired."',
      );
    } finally {
      await own.close();
    }
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('answers %s with 405', async (method) => {
    const { authorization } = await bearer();

    const response = await server.request(`${method} ${PATH}`, { headers: { authorization } });

    expect(response.status).toBe(405);
    expect(response.body).toBe(`{"detail":"Method \\"${method}\\" not allowed."}`);
    expect(response.headers['content-type']).toBe('application/json');
    expect(response.headers.allow).toBe('GET, HEAD, OPTIONS');
  });

  it.each(['text/html', 'application/xml', 'text/html, application/xml;q=0.9', 'image/*'])(
    'answers Accept: %s with 406',
    async (accept) => {
      const { authorization } = await bearer();

      const response = await server.request(`GET ${PATH}`, { headers: { authorization, accept } });

      expect(response.status).toBe(406);
      expect(response.body).toBe('{"detail":"Could not satisfy the request Accept header."}');
    },
  );

  it.each([
    'application/json',
    'application/json, text/plain, */*',
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
    'application/*',
    '*/*',
  ])('answers Accept: %s with 200', async (accept) => {
    const { authorization } = await bearer();

    const response = await server.request(`GET ${PATH}`, { headers: { authorization, accept } });

    expect(response.status).toBe(200);
  });

  it.each([
    ['a bare question mark (clients.md P19)', '/open_auth/get_user_data/?'],
    ['a query that means nothing', '/open_auth/get_user_data/?x=1'],
    [
      'no trailing slash: answered itself, not redirected (clients.md C10)',
      '/open_auth/get_user_data',
    ],
    ['a doubled slash (clients.md C10)', '//open_auth/get_user_data/'],
  ])('serves %s', async (_name, path) => {
    const { authorization } = await bearer();

    const response = await server.request(`GET ${path}`, { headers: { authorization } });

    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('application/json');
  });
});

describe('§1.6 headers of a success', () => {
  it('are those clients have always seen', async () => {
    const { authorization } = await bearer();

    const { headers } = await server.request(`GET ${PATH}`, { headers: { authorization } });

    expect(headers).toMatchObject({
      'content-type': 'application/json',
      vary: 'Accept, Cookie, Origin',
      allow: 'GET, HEAD, OPTIONS',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('stay the same for HEAD, without a body', async () => {
    const { authorization } = await bearer();

    const response = await server.request(`HEAD ${PATH}`, { headers: { authorization } });

    expect(response.status).toBe(200);
    expect(response.body).toBe('');
    expect(response.headers['content-type']).toBe('application/json');
    expect(response.headers.allow).toBe('GET, HEAD, OPTIONS');
  });

  it('let no other origin read it: no CORS header, whoever asks', async () => {
    const { authorization } = await bearer();
    const origin = 'https://evil.example';

    const read = await server.request(`GET ${PATH}`, { headers: { authorization, origin } });
    const preflight = await server.request(`OPTIONS ${PATH}`, {
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });

    expect(preflight.status).toBe(200);
    expect(preflight.body).toBe('');
    for (const { headers } of [read, preflight]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('keep personal data out of caches', async () => {
    const { authorization } = await bearer();

    const { headers } = await server.request(`GET ${PATH}`, { headers: { authorization } });

    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('§1.2 display pictures', () => {
  const path = 'kernel/display_pictures/0a1b2c3d-0000-4000-8000-000000000001.png';

  it.each([`/media/${path}`, `//media/${path}`])('are public at %s', async (address) => {
    const bytes = Buffer.from('89504e470d0a1a0a', 'hex');
    await server.storage.storeMedia({ path, contentType: 'image/png', bytes });

    const response = await server.request(`GET ${address}`);

    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('image/png');
    expect(response.bytes).toEqual(bytes);
  });
});
