import { describe, expect, it } from 'vitest';

import { formatArgon2Hash, parsePasswordHash } from './password-hash.ts';

const argon2 = (parameters: string): string =>
  `$argon2id$v=19$${parameters}$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc`;
const django = (iterations: number): string =>
  `pbkdf2_sha256$${iterations}$seasalt$eYabVcpW+bk8N+qyvNZXMz+Y7Om35b3OjWNhT2F6lj8=`;

describe('the PHC string of argon2id', () => {
  it('is read and written without a difference', () => {
    const text = argon2('m=65536,t=2,p=1');
    const parsed = parsePasswordHash(text);
    expect(parsed).toMatchObject({
      scheme: 'argon2id',
      cost: { memory: 65_536, passes: 2, parallelism: 1 },
      salt: Buffer.from('somesalt'),
    });
    if (parsed?.scheme !== 'argon2id') throw new Error('not argon2id');
    expect(formatArgon2Hash(parsed)).toBe(text);
  });

  it.each([
    ['two GiB of memory', 'm=2097152,t=1,p=1'],
    ['a hundred passes over much memory', 'm=65536,t=100,p=1'],
    ['more lanes than any core has', 'm=65536,t=2,p=99'],
    ['less memory than its lanes need (RFC 9106 §3.1)', 'm=8,t=2,p=2'],
    ['no pass at all', 'm=65536,t=0,p=1'],
  ])('is refused when it asks for %s', (_what, parameters) => {
    expect(parsePasswordHash(argon2(parameters))).toBeUndefined();
  });
});

describe("Django's pbkdf2_sha256", () => {
  it('is read, up to several times what Django asks for today', () => {
    expect(parsePasswordHash(django(1_500_000))).toMatchObject({
      scheme: 'django-pbkdf2-sha256',
      iterations: 1_500_000,
      salt: 'seasalt',
    });
    expect(parsePasswordHash(django(4_000_001))).toBeUndefined();
    expect(parsePasswordHash(django(0))).toBeUndefined();
  });
});

describe('anything else', () => {
  it.each([
    ['nothing', ''],
    ["Django's unusable password", '!Xk2v9pXk2v9pXk2v9pXk2v9pXk2v9pXk2v9pXk2v'],
    ['a plain password', 'correct horse 1'],
    ['another variant of Argon2', argon2('m=65536,t=2,p=1').replace('argon2id', 'argon2i')],
    ['bcrypt', '$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW'],
    ['a digest cut short', django(1000).slice(0, -8)],
    ['something behind the digest', `${argon2('m=65536,t=2,p=1')}$`],
  ])('is no hash: %s', (_what, text) => {
    expect(parsePasswordHash(text)).toBeUndefined();
  });
});
