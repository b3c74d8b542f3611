import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { benchRoot } from './node-command.ts';
import { NotAvailableError } from './contender.ts';

/** The version of a package of bench/package.json. @throws NotAvailableError when it is not installed */
export function installedVersion(name: string): string {
  const manifest = path.join(benchRoot, 'node_modules', name, 'package.json');
  if (!existsSync(manifest)) {
    throw new NotAvailableError(`${name} is not installed: npm ci --prefix bench`);
  }
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}
