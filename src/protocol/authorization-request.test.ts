import { describe, expect, it } from 'vitest';

import type { ClientInEnvironment } from '../domain/client.ts';
import { validateAuthorizationRequest } from './authorization-request.ts';
import { CLIENT, SANDBOX_CLIENT } from './fixtures/campus.ts';
import { inMemoryStorage } from './fixtures/in-memory-storage.ts';
import { parametersFrom } from './parameters.ts';

const ID = CLIENT.clientId;
const URI = 'https://app.example/callback';
const ISSUER = 'https://auth.example';

function validate(query: string, client: ClientInEnvironment = CLIENT, sandboxIsOn = true) {
  const parameters = parametersFrom(new URLSearchParams(query));
  const storage = inMemoryStorage([client], []);
  return validateAuthorizationRequest(parameters, { storage, sandboxIsOn, issuer: ISSUER });
}

describe('RFC 6749 §4.1.1: a valid authorization request', () => {
  it('names the client, its redirect URI and a state', async () => {
    const query = new URLSearchParams({
      client_id: ID,
      redirect_uri: URI,
      state: 'https://spa.example/?a=1',
      response_type: 'code',
    });
    expect(await validate(query.toString())).toEqual({
      type: 'valid',
      request: {
        client: CLIENT,
        redirectUri: URI,
        state: 'https://spa.example/?a=1',
        codeChallenge: null,
      },
    });
  });

  it.each([
    [`client_id=${ID}`],
    [`client_id=${ID}&redirect_uri=&state=&response_type=`],
    [
      `client_id=${ID}&scope=openid+profile+%F0%9F%92%A9&redirect_url=x&prompt=none&nonce=1&scope=a`,
    ],
  ])('may leave everything else out, and send whatever else: %s', async (query) => {
    expect(await validate(query)).toMatchObject({
      type: 'valid',
      request: { redirectUri: URI, state: 'state', codeChallenge: null },
    });
  });

  it('takes the first of several redirect URIs when it names none', async () => {
    const client: ClientInEnvironment = { ...CLIENT, redirectUris: ['myapp://cb', URI] };
    expect(await validate(`client_id=${ID}`, client)).toMatchObject({
      request: { redirectUri: 'myapp://cb' },
    });
  });

  it('may bring a code challenge (RFC 7636 §4.3)', async () => {
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    const query = `client_id=${ID}&code_challenge=${challenge}&code_challenge_method=S256`;
    expect(await validate(query)).toMatchObject({
      request: { codeChallenge: { method: 'S256', challenge } },
    });
  });

  it('may bring a state of 2048 characters', async () => {
    expect(await validate(`client_id=${ID}&state=${'s'.repeat(2048)}`)).toMatchObject({
      type: 'valid',
    });
  });
});

describe('RFC 6749 §4.1.2.1: nothing is redirected to a URI that is not trusted', () => {
  it.each([
    ['', { type: 'client-id-missing' }],
    ['client_id=', { type: 'client-id-missing' }],
    ['client_id=nobody', { type: 'client-unknown', clientId: 'nobody' }],
    [`client_id=${ID}&client_id=${ID}`, { type: 'parameter-repeated', parameter: 'client_id' }],
    [
      `client_id=${ID}&redirect_uri=${URI}&redirect_uri=${URI}`,
      { type: 'parameter-repeated', parameter: 'redirect_uri' },
    ],
    [
      `client_id=${ID}&redirect_uri=https://evil.example/`,
      {
        type: 'redirect-uri-mismatch',
        clientName: 'Library',
        redirectUri: 'https://evil.example/',
      },
    ],
    // A bad redirect URI wins over everything that would be redirected to it.
    [
      `client_id=${ID}&redirect_uri=${URI}/&response_type=token`,
      { type: 'redirect-uri-mismatch', clientName: 'Library', redirectUri: `${URI}/` },
    ],
  ])('%s', async (query, error) => {
    expect(await validate(query)).toMatchObject({ type: 'displayed-error', error });
  });

  it.each(['in-review', 'rejected', 'suspended'] as const)(
    'nor for a client that is %s, whatever it was before',
    async (status) => {
      expect(await validate(`client_id=${ID}`, { ...CLIENT, status })).toMatchObject({
        type: 'displayed-error',
        error: { type: `client-${status}`, clientName: 'Library' },
      });
    },
  );
});

describe('RFC 6749 §4.1.2.1: everything else is told to the client', () => {
  const invalid = (description: string) =>
    `?error=invalid_request&error_description=${description}`;

  it.each([
    ['response_type=token&state=S', '#error=unauthorized_client&state=S'],
    ['response_type=token', '#error=unauthorized_client&state=state'],
    ['response_type=id_token&state=S', '?error=unsupported_response_type&state=S'],
    ['response_type=code+token', '?error=unsupported_response_type&state=state'],
    ['response_type=Code', '?error=unsupported_response_type&state=state'],
    [
      'response_type=code&response_type=code',
      `${invalid('response_type+is+repeated.')}&state=state`,
    ],
    ['state=a&state=b', invalid('state+is+repeated.')],
    ['state=&state=b', invalid('state+is+repeated.')],
    [`state=${'s'.repeat(2049)}`, invalid('state+is+longer+than+2048+characters.')],
    [
      'code_challenge=x&code_challenge=y&state=S',
      `${invalid('code_challenge+is+repeated.')}&state=S`,
    ],
    ['code_challenge_method=S256&state=S', `${invalid('code_challenge+is+missing.')}&state=S`],
    [
      'code_challenge=x&code_challenge_method=S512&state=S',
      `${invalid('code_challenge_method+must+be+S256+or+plain.')}&state=S`,
    ],
  ])('%s', async (query, answer) => {
    expect(await validate(`client_id=${ID}&${query}`)).toMatchObject({
      type: 'redirected-error',
      client: { environment: 'live' },
      location: `${URI}${answer}`,
    });
  });
});

describe('ADR 0008: an authorization request in the sandbox', () => {
  const SANDBOX_ID = SANDBOX_CLIENT.sandboxClientId;

  it.each(['in-review', 'rejected', 'approved'] as const)(
    'is valid for a client that is %s',
    async (status) => {
      const client = { ...SANDBOX_CLIENT, status };
      expect(await validate(`client_id=${SANDBOX_ID}`, client)).toMatchObject({
        type: 'valid',
        request: { client: { environment: 'sandbox' }, redirectUri: URI },
      });
    },
  );

  it('is refused for a client that is suspended', async () => {
    const client = { ...SANDBOX_CLIENT, status: 'suspended' } as const;
    expect(await validate(`client_id=${SANDBOX_ID}`, client)).toMatchObject({
      type: 'displayed-error',
      error: { type: 'client-suspended', clientName: 'Library' },
    });
  });

  it('is refused when the institution has switched the sandbox off; live goes on', async () => {
    expect(await validate(`client_id=${SANDBOX_ID}`, SANDBOX_CLIENT, false)).toMatchObject({
      type: 'displayed-error',
      error: { type: 'sandbox-off', clientName: 'Library' },
    });
    expect(await validate(`client_id=${ID}`, CLIENT, false)).toHaveProperty('type', 'valid');
  });

  it('leads to the registered redirect URIs and nowhere else', async () => {
    const query = `client_id=${SANDBOX_ID}&redirect_uri=https://evil.example/`;
    expect(await validate(query, SANDBOX_CLIENT)).toMatchObject({
      type: 'displayed-error',
      error: { type: 'redirect-uri-mismatch' },
    });
  });

  it('says that an error is the sandbox’s, so that it is shown before it is sent', async () => {
    const query = `client_id=${SANDBOX_ID}&response_type=nonsense`;
    expect(await validate(query, SANDBOX_CLIENT)).toMatchObject({
      type: 'redirected-error',
      client: { environment: 'sandbox' },
      error: { code: 'unsupported_response_type' },
    });
  });
});

describe('ADR 0015: the playground of a client', () => {
  const OWN = `${ISSUER}/developer/${SANDBOX_CLIENT.number}/playground/callback`;

  async function presented(redirectUri: string, client: ClientInEnvironment) {
    const query = new URLSearchParams({
      client_id: client.environment === 'live' ? client.clientId : client.sandboxClientId,
      redirect_uri: redirectUri,
    });
    return validate(query.toString(), client);
  }

  it('is a redirect URI of its sandbox', async () => {
    expect(await presented(OWN, SANDBOX_CLIENT)).toMatchObject({
      type: 'valid',
      request: { redirectUri: OWN },
    });
  });

  it.each([
    ['in live', OWN, CLIENT],
    ['of another client', `${ISSUER}/developer/2/playground/callback`, SANDBOX_CLIENT],
    ['elsewhere', OWN.replace(ISSUER, 'https://evil.example'), SANDBOX_CLIENT],
    ['over http', OWN.replace('https:', 'http:'), SANDBOX_CLIENT],
    ['with more at its end', `${OWN}/`, SANDBOX_CLIENT],
    ['with a query', `${OWN}?next=//evil.example`, SANDBOX_CLIENT],
    ['by a longer way', OWN.replace('/playground', '/../1/playground'), SANDBOX_CLIENT],
  ])('is none %s', async (_where, redirectUri, client) => {
    expect(await presented(redirectUri, client)).toMatchObject({
      type: 'displayed-error',
      error: { type: 'redirect-uri-mismatch', redirectUri },
    });
  });

  it('is not where a request goes that names none', async () => {
    expect(
      await validate(`client_id=${SANDBOX_CLIENT.sandboxClientId}`, SANDBOX_CLIENT),
    ).toMatchObject({
      request: { redirectUri: URI },
    });
  });
});
