// Opens the storage, says so, waits for a line on its standard input, then appends events to the audit log, all at once.
// node auditing-process.ts <database> <how many>
import { once } from 'node:events';
import { approval } from '../../src/storage/conformance/audit.ts';
import { atOnce } from '../../src/storage/conformance/campus.ts';
import { openStorage } from './open-storage.ts';

const [database = '', times] = process.argv.slice(2);
const storage = await openStorage(database);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
await atOnce(Number(times), async () => storage.appendAuditEvent(approval()));
await storage.close();
process.stdin.destroy();
