import type { Config } from '../config.ts';
import { databaseName } from './open-data.ts';

interface Installation {
  /** Of the institution, as it is called now. */
  readonly name: string;
  readonly config: Pick<Config, 'institution' | 'database' | 'mail' | 'host' | 'production'>;
  /** Of the demo campus; empty when it is not here. */
  readonly demoSignIns: readonly {
    readonly username: string;
    readonly password: string;
    readonly who: string;
  }[];
  /** Whether nobody can sign in yet. */
  readonly isEmpty: boolean;
}

/** What the person who started the server wants to know: where to go, and as whom. */
export function banner({
  name: institutionName,
  config,
  demoSignIns,
  isEmpty,
}: Installation): string {
  const { institution, mail } = config;
  const facts = {
    'For people': institution.issuer,
    'For developers': `${institution.issuer}/developer`,
    'For reviewers': `${institution.issuer}/review`,
    Database: databaseName(config),
    Mail: mail.type === 'files' ? `written to files in ${mail.directory}` : 'sent by SMTP_URL',
  };
  const lines = [
    '',
    `Omniport OAuth2 is running for ${institutionName}.`,
    '',
    ...Object.entries(facts).map(([name, value]) => `  ${name.padEnd(16)}${value}`),
    '',
    ...demoLines(demoSignIns),
    ...(isEmpty
      ? ['Nobody can sign in yet. Add people: npm run omniport -- people import FILE', '']
      : []),
    ...(config.host === '127.0.0.1' && !config.production
      ? ['Only this machine can reach it (HOST=0.0.0.0 opens it).']
      : []),
    'Stop it with Ctrl-C. Settings: docs/configuration.md',
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function demoLines(demoSignIns: Installation['demoSignIns']): readonly string[] {
  const [first] = demoSignIns;
  if (first === undefined) return [];
  return [
    `This is a demo campus. The password of everyone is ${first.password}; the usernames are`,
    '',
    ...demoSignIns.map(({ username, who }) => `  ${username.padEnd(10)}${who}`),
    '',
  ];
}
