import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

import packageJson from '../package.json' with { type: 'json' };
import { importPeople } from './account/import-people/import-people.ts';
import { parseConfig, type Config } from './config.ts';
import { seedDemoApps } from './demo/seed-apps.ts';
import { demoSignIns, seedDemoPeople } from './demo/seed-people.ts';
import { calendarDate, instant, type Clock } from './domain/clock.ts';
import type { Random } from './domain/random.ts';
import type { Storage } from './domain/storage.ts';
import { patientStorage } from './http/patient-storage.ts';
import { requestListener } from './http/request-listener.ts';
import type { AppDependencies } from './http/dependencies.ts';
import { followingSettings } from './http/following-settings.ts';
import { loadAssets } from './http/load-assets.ts';
import { openSettings } from './institution/live-settings.ts';
import { fileMail } from './mail/file-mail.ts';
import type { Mail } from './mail/mail.ts';
import { mailWording } from './mail/mail-wording.ts';
import { renderMail, type Sender } from './mail/render-mail.ts';
import { peopleImports } from './people/people-imports.ts';
import { startBackgroundWork } from './platform/background-work.ts';
import { banner } from './platform/banner.ts';
import { configurationText } from './platform/configuration-text.ts';
import { drain } from './platform/drain.ts';
import { listen, type ListenOutcome } from './platform/listen.ts';
import { openLog, type OpenedLog } from './platform/log.ts';
import { openData } from './platform/open-data.ts';
import { settleOwnerships } from './portal/succession.ts';
import { warnOfExpiringSecrets } from './portal/warn-of-expiring-secrets.ts';
import { hashSecret } from './protocol/secret-hash.ts';
import { metricsServer } from './telemetry/metrics-server.ts';
import { type Metrics, openMetrics } from './telemetry/metrics.ts';
import { requestObserver, watchedStorage, type Watchers } from './telemetry/telemetry.ts';
import { openTraces } from './telemetry/traces.ts';
import { askForReattestation } from './review/reattestation.ts';
import { ensureSyntheticPeople } from './sandbox/ensure-synthetic-people.ts';

const clock: Clock = () => instant(Date.now());
const random: Random = (byteCount) => randomBytes(byteCount);

/** In milliseconds. A sign-in takes a tenth of a second; a logo over a slow line, a minute. */
const HTTP_LIMITS = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  // Longer than a proxy keeps its connections, so that it never sends into one we are closing.
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 5000,
  maxHeaderSize: 16 * 1024,
} as const;

/** In milliseconds, for each of: answers under way, mails under way. */
const STOPPING_PATIENCE = 10_000;

/**
 * From the environment to a server that answers.
 * @returns what is missing, for the operator; undefined when the server runs
 */
async function start(): Promise<string | undefined> {
  const outcome = parseConfig(process.env, (path) => readFileSync(path, 'utf8'));
  if (outcome.type === 'invalid') return configurationText(outcome.problems);
  const { config } = outcome;
  const assets = await loadAssets(join(import.meta.dirname, 'assets'));
  const opened = await openData(config);
  if (opened.type === 'refused') return opened.message;
  const watchers: Watchers = {
    metrics: config.metricsPort === null ? undefined : openMetrics(),
    traces: config.traces ? await openTraces(packageJson.version) : undefined,
    elapsed: () => performance.now() / 1000,
  };
  const storage = watchedStorage(opened.storage, watchers);

  const { log, flush } = openLog(config.logLevel, {
    readable: process.stderr.isTTY && !config.production,
  });
  crashLoudly({ log, flush });
  await seedDemo(config, storage);
  const signIns = (await storage.holdsDemoData())
    ? demoSignIns(calendarDate(clock(), config.institution.timeZone))
    : [];
  let stopping = false;
  const mail = await openMail(config, log);
  const sender = (): Sender => ({
    settings: dependencies.settings(),
    issuer: config.institution.issuer,
  });
  const settings = await openSettings({ storage, defaults: config.settings, log });
  const dependencies = followingSettings(
    {
      storage,
      // SQLite answers or refuses by itself in time.
      requestStorage:
        config.database.type === 'sqlite' ? (whole) => whole : (whole) => patientStorage(whole),
      clock,
      random,
      hashSecret,
      catalogue: config.catalogue,
      sendMail: (message) => mail.send(renderMail(message, sender())),
      mailWording: mailWording(),
      institution: config.institution,
      lifetimes: config.lifetimes,
      assets,
      log,
      observe: requestObserver(watchers),
      isStopping: () => stopping,
      peopleImports: peopleImports({
        storage,
        clock,
        log,
        isStopping: () => stopping,
        runImport: async (source, options) =>
          importPeople(source, options, { ...dependencies, now: clock() }),
      }),
      trustProxy: config.trustProxy,
      demoSignIns: signIns,
    },
    settings,
  );
  await ensureSyntheticPeople({ ...dependencies, now: clock() });
  const server = createServer(HTTP_LIMITS, requestListener(dependencies));
  const listening = await listen(server, config);
  if (listening.type === 'refused') {
    await storage.close();
    return listening.message;
  }

  const metrics = await serveMetrics(config, watchers.metrics);
  if (metrics.type === 'refused') {
    server.close();
    await storage.close();
    return metrics.message;
  }

  const background = startBackgroundWork({
    storage,
    clock,
    log,
    settings,
    refreshTokenUnused: () => dependencies.lifetimes.refreshTokenUnused,
    noteImport: async () => dependencies.peopleImports.beat(),
    warnOfExpiringSecrets: async () =>
      warnOfExpiringSecrets({ ...dependencies, ...dependencies.institution, now: clock() }),
    settleOwnerships: async () =>
      settleOwnerships(null, { ...dependencies, ...dependencies.institution, now: clock() }),
    askForReattestation: async () =>
      askForReattestation({
        storage,
        sendMail: dependencies.sendMail,
        issuer: dependencies.institution.issuer,
        now: clock(),
        reattestAfterMonths: dependencies.settings().review.reattestAfterMonths,
      }),
  });
  onceAskedToStop(async (why) => {
    stopping = true;
    log.info({ why }, 'stopping');
    const inTime = await drain(server, STOPPING_PATIENCE);
    if (!inTime) log.warn({}, 'some answers took too long and were cut');
    await background.stop();
    await dependencies.peopleImports.stop();
    await mail.close(STOPPING_PATIENCE);
    await storage.close();
    metrics.close();
    await watchers.traces?.close();
    log.info({}, 'stopped');
    flush();
  });
  const isEmpty = await storage.isEmpty();
  process.stdout.write(
    banner({ name: dependencies.institution.name, config, demoSignIns: signIns, isEmpty }),
  );
  log.info({ port: config.port, issuer: config.institution.issuer }, 'listening');
  return undefined;
}

type MetricsOutcome =
  | { readonly type: 'served'; readonly close: () => void }
  | Extract<ListenOutcome, { type: 'refused' }>;

/** On a port of their own, if anybody collects them. */
async function serveMetrics(
  { metricsPort: port, host }: Config,
  metrics: Metrics | undefined,
): Promise<MetricsOutcome> {
  if (metrics === undefined || port === null) return { type: 'served', close: () => undefined };
  const server = metricsServer(metrics);
  const listening = await listen(server, { port, host });
  if (listening.type === 'refused') return listening;
  return {
    type: 'served',
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The very first start on an empty database, if the operator did not choose otherwise. */
async function seedDemo(config: Config, storage: Storage): Promise<void> {
  if (config.demo === 'off' || !(await storage.isEmpty())) return;
  const { catalogue, institution } = config;
  const deps = { storage, now: clock(), random, hashSecret, catalogue, institution };
  await seedDemoPeople(deps);
  if (config.demo === 'full') await seedDemoApps(deps);
}

/** Loads the mail client only where mail is sent. */
async function openMail(config: Config, log: AppDependencies['log']): Promise<Mail> {
  if (config.mail.type === 'files') return fileMail(config.mail, { clock, random, log });
  const { smtpMail } = await import('./mail/smtp-mail.ts');
  return smtpMail(config.mail, { log });
}

/** A defect nobody caught: the log says so before the process ends, and whoever watches it starts it again. */
function crashLoudly({ log, flush }: OpenedLog): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ error: error.stack ?? error.message }, 'unexpected error, stopping at once');
    flush();
    process.exit(1);
  });
}

/** Runs `stop` for the first signal only; then nothing is left to do and the process ends by itself. */
function onceAskedToStop(stop: (why: string) => Promise<void>): void {
  let asked = false;
  const ask = (why: string): void => {
    if (asked) return;
    asked = true;
    void stop(why);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  // Started by scripts/start.mjs, which may be killed before it can pass a signal on.
  process.on('disconnect', () => ask('the process that started this one is gone'));
  process.channel?.unref();
}

const refusal = await start();
if (refusal !== undefined) {
  process.stderr.write(`\n${refusal}\n\n`);
  process.exitCode = 1;
}
