import { databaseName } from '../platform/open-data.ts';
import { readConfig } from './machine.ts';

/** `omniport config check`: what would hold, without any password; a problem ends it with exit code 1. */
export function checkConfigCommand(): void {
  const { catalogue, database, mail, ...config } = readConfig();
  const shown = {
    ...config,
    database: databaseName({ database }),
    ...(database.type === 'postgres' && { databaseConnections: database.connections }),
    mail: mail.type === 'smtp' ? { ...mail, url: withoutPassword(mail.url) } : mail,
    dataPoints: [...catalogue.byCode.keys()],
  };
  console.log(JSON.stringify(shown, undefined, 2));
}

function withoutPassword(address: string): string {
  const url = new URL(address);
  if (url.password !== '') url.password = '…';
  return decodeURI(url.href);
}
