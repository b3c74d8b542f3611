import { describe, expect, it } from 'vitest';

import { parseConfig, type Config } from '../config.ts';
import { banner } from './banner.ts';

function configFrom(environment: Record<string, string>): Config {
  const outcome = parseConfig({ DATA_DIR: '/srv/omniport', ...environment }, () => '');
  if (outcome.type === 'invalid') throw new Error(JSON.stringify(outcome.problems));
  return outcome.config;
}

const production = {
  NODE_ENV: 'production',
  ISSUER: 'https://auth.example.edu',
  SMTP_URL: 'smtp://campus:s3cret@mail.example.edu',
  INSTITUTION_NAME: 'Example University',
};

describe('the banner', () => {
  it('tells where to go and where things are', () => {
    const text = banner({
      name: 'Demo Institute',
      config: configFrom({}),
      demoSignIns: [],
      isEmpty: false,
    });
    expect(text).toContain('Omniport OAuth2 is running for Demo Institute.');
    expect(text).toMatch(/For people +http:\/\/localhost:8000\n/u);
    expect(text).toMatch(/For developers +http:\/\/localhost:8000\/developer\n/u);
    expect(text).toMatch(/For reviewers +http:\/\/localhost:8000\/review\n/u);
    expect(text).toMatch(/Database +\/srv\/omniport\/omniport\.sqlite\n/u);
    expect(text).toMatch(/Mail +written to files in \/srv\/omniport\/mail\n/u);
    expect(text).toContain('Only this machine can reach it');
  });

  it('lists the demo sign-ins', () => {
    const text = banner({
      name: 'Demo Institute',
      config: configFrom({}),
      demoSignIns: [{ username: '23115042', password: 'demo-campus', who: 'Ananya Iyer, student' }],
      isEmpty: false,
    });
    expect(text).toContain('The password of everyone is demo-campus');
    expect(text).toMatch(/23115042 +Ananya Iyer, student\n/u);
  });

  it('says how to begin when nobody can sign in', () => {
    const text = banner({
      name: 'Demo Institute',
      config: configFrom(production),
      demoSignIns: [],
      isEmpty: true,
    });
    expect(text).toContain('Nobody can sign in yet. Add people: npm run omniport -- people import');
  });

  it('speaks of no demo, and shows no password of the mail server, in production', () => {
    const text = banner({
      name: 'Demo Institute',
      config: configFrom(production),
      demoSignIns: [],
      isEmpty: false,
    });
    expect(text).not.toMatch(/demo|s3cret|Only this machine|Nobody/u);
    expect(text).toMatch(/For people +https:\/\/auth\.example\.edu\n/u);
  });
});
