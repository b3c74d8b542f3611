import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

import { freePort } from '../support/example-app.ts';

/** The built product as a process of its own, on an empty folder. */
export interface Installation {
  readonly origin: string;
  readonly dataDirectory: string;
  /** Runs the command line, and answers its standard output. */
  omniport(...commandArguments: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

const DIST = path.resolve(import.meta.dirname, '../../dist');

/** Starts `dist/server.js` with an empty database: no demo, nobody in it. */
export async function startInstallation(): Promise<Installation> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'omniport-browser-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: dataDirectory,
    PORT: String(port),
    ISSUER: origin,
    INSTITUTION_NAME: 'Test Institute',
    DEMO: 'off',
    LOG_LEVEL: 'warn',
  };
  const server = spawn(process.execPath, [path.join(DIST, 'server.js')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  server.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const ended = once(server, 'close');
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await ended;
    await rm(dataDirectory, { recursive: true, force: true });
  };
  const lines = createInterface(server.stdout);
  const running = new Promise<boolean>((resolve) => {
    lines.on('line', (line) => {
      if (line.includes('is running')) resolve(true);
    });
  });
  if (!(await Promise.race([running, ended.then(() => false)]))) {
    await stop();
    throw new Error(`dist/server.js did not start: ${complaints.join('')}`);
  }
  return {
    origin,
    dataDirectory,
    async omniport(...commandArguments) {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [path.join(DIST, 'omniport.js'), ...commandArguments],
        { env },
      );
      return stdout;
    },
    stop,
  };
}

/** The people of the walkthrough, imported from a file as an institution would. */
export async function importPeople(installation: Installation): Promise<void> {
  const file = path.join(installation.dataDirectory, 'people.csv');
  await writeFile(file, PEOPLE_CSV);
  await installation.omniport('people', 'import', file);
}

const PEOPLE_CSV = `\
username,roles,person.short_name,person.full_name,student.enrolment_number,student.branch.name,contact_information.institute_webmail_address,social_information.links
20112033,Student; Maintainer,Kabir,Kabir Singh Rathore,20112033,B.Tech. (Civil Engineering),kabir_s@ce.campus.example,
21116077,Student,Dev,Devika Rao,21116077,B.Tech. (Computer Science and Engineering),devika_r@cs.campus.example,
21114009,Student,आरोही,Aarohi Mehta,21114009,B.Tech. (Electrical Engineering),aarohi_m@ee.campus.example,git=https://github.com/aarohi
21117001,Student,Sam,Samaira Khan,21117001,B.Tech. (Mechanical Engineering),samaira_k@me.campus.example,
`;
