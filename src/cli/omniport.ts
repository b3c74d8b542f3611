#!/usr/bin/env node
import { Command } from 'commander';

import packageJson from '../../package.json' with { type: 'json' };
import { databaseName } from '../platform/open-data.ts';
import { addRoleCommand } from './add-role.ts';
import { exportAuditCommand, verifyAuditCommand } from './audit.ts';
import { backupCommand } from './backup.ts';
import { checkConfigCommand } from './check-config.ts';
import { copyCommand } from './copy.ts';
import { importPeopleCommand } from './import-people.ts';
import { passwordLinkCommand } from './issue-password-link.ts';
import { readConfig, RefusalError, withStorage } from './machine.ts';
import { restoreCommand } from './restore.ts';

const program = new Command('omniport')
  .description('Looks after an installation of Omniport OAuth2.')
  .version(packageJson.version, '--version', 'print the version')
  .addHelpText('after', '\nSettings come from the environment: docs/configuration.md')
  .showHelpAfterError('(--help tells more)');

const people = program.command('people').description('the institution’s people');

people
  .command('import')
  .description('create and update people by username, from CSV or JSON lines')
  .argument('<file>', 'CSV (.csv) or JSON lines (.jsonl); - for standard input')
  .option('--dry-run', 'check everything and store nothing')
  .option('--format <format>', 'csv or jsonl, when the name of the file does not tell')
  .addHelpText(
    'after',
    '\nColumns: username, password_hash, is_active, roles, custom_roles, and any data point by its code' +
      '\n(student.branch.name). The same file again changes nothing; a bad line leaves out its person and nobody else.',
  )
  .action(async (file: string, options: { readonly dryRun?: true; readonly format?: string }) => {
    process.exitCode = await importPeopleCommand(file, options);
  });

people
  .command('password-link')
  .description('print a single-use link with which a person chooses a password')
  .argument('<username>')
  .action(passwordLinkCommand);

people
  .command('add-role')
  .description('give a person a role, or new dates to a role they hold')
  .argument('<username>')
  .argument('<role>', 'such as Maintainer, who reviews apps')
  .option('--from <date>', 'first day, YYYY-MM-DD (default: today)')
  .option('--to <date>', 'last day, YYYY-MM-DD (default: none)')
  .action(addRoleCommand);

program
  .command('migrate')
  .description('bring the database to the newest schema, as a start of the server does')
  .action(async () => {
    const config = readConfig();
    await withStorage(config, { create: true }, async () => {
      console.error(`${databaseName(config)} is at the newest schema.`);
    });
  });

const audit = program.command('audit').description('the audit log: what was done, by whom');

audit
  .command('verify')
  .description('check that nothing in it was changed, and print its last number and hash')
  .option('--kept <line>', 'a line that an earlier verification printed: it must still hold')
  .action(async (options: { readonly kept?: string }) => {
    process.exitCode = await verifyAuditCommand(options);
  });

audit
  .command('export')
  .description('print its entries, newest first')
  .option('--format <format>', 'csv or jsonl', 'jsonl')
  .option('--by <username>', 'only what this person did')
  .option('--action <action>', 'only this, such as client.approved, or everything in: client')
  .option('--about <subject>', 'only about this, such as account:17 or client:3')
  .option('--from <date>', 'first day, YYYY-MM-DD')
  .option('--to <date>', 'last day, YYYY-MM-DD')
  .action(exportAuditCommand);

program
  .command('backup')
  .description('write everything to a file, while the servers go on')
  .argument('<file>', 'a new file, or a directory in which to make one')
  .action(backupCommand);

program
  .command('restore')
  .description('fill the empty database of this environment with a backup')
  .argument('<file>', 'what backup wrote, on either engine')
  .option('--start-over', 'throw away what an interrupted restore brought')
  .action(restoreCommand);

program
  .command('copy')
  .description('move an installation to another database, verified row by row')
  .requiredOption('--from <database>', 'sqlite:PATH or postgres://…; no server may write to it')
  .option('--to <database>', 'an empty one, likewise (default: the one of this environment)')
  .option('--start-over', 'throw away what an interrupted copy brought')
  .addHelpText('after', '\nAn interrupted copy goes on when the same command is given again.')
  .action(copyCommand);

program
  .command('config')
  .description('the settings')
  .command('check')
  .description('print what would hold, or every problem')
  .action(checkConfigCommand);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof RefusalError) && !isOfTheMachine(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** A file that cannot be written, a full disk, a reader that is gone: the message says all there is to know. */
function isOfTheMachine(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
