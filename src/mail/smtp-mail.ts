import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';

import type { Mail, MailLog, RenderedMail } from './mail.ts';

/** After a failure, when to try again: about three quarters of an hour in all. */
const RETRY_AFTER_SECONDS = [5, 30, 120, 600, 1800] as const;

/** More than this only waits while the mail server is down and somebody keeps asking for messages. */
const LARGEST_QUEUE = 1000;

interface SmtpSettings {
  readonly url: string;
  readonly from: string;
}

interface SmtpDependencies {
  readonly log: MailLog;
  /** For tests; see `RETRY_AFTER_SECONDS`. */
  readonly retryAfterSeconds?: readonly number[];
}

/** Delivers over SMTP (RFC 5321) with a few kept connections, retrying what may succeed later. */
export function smtpMail(
  { url, from }: SmtpSettings,
  { log, retryAfterSeconds = RETRY_AFTER_SECONDS }: SmtpDependencies,
): Mail {
  const transporter = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // Messages are text we wrote; nothing in them is ever a file or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const underWay = new Set<Promise<void>>();
  /** Aborted at the end: what waits for a retry is tried at once, for the last time. */
  const closing = new AbortController();

  async function deliver(message: RenderedMail): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = closing.signal.aborted;
      const failure = await attemptDelivery(message);
      if (failure === undefined) {
        log.info({ subject: message.subject, attempt }, 'a message was delivered');
        return;
      }
      const fields = { to: message.to, subject: message.subject, attempt, ...failure.fields };
      const wait = retryAfterSeconds[attempt - 1];
      if (failure.isFinal || isLast || wait === undefined) {
        log.error(fields, 'a message could not be delivered and is given up');
        return;
      }
      log.warn({ ...fields, retryAfterSeconds: wait }, 'a message could not be delivered yet');
      await pauseUnlessAborted(wait, closing.signal);
    }
  }

  async function attemptDelivery(message: RenderedMail): Promise<Failure | undefined> {
    try {
      await transporter.sendMail({
        from,
        // An object is one address, whatever characters it holds.
        to: { name: '', address: message.to },
        subject: message.subject,
        text: message.text,
        html: message.html,
        // RFC 3834 §5: nobody's holiday notice answers it.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return undefined;
    } catch (error) {
      return failureOf(error as DeliveryError);
    }
  }

  return {
    send(message) {
      if (closing.signal.aborted || underWay.size >= LARGEST_QUEUE) {
        log.error({ subject: message.subject }, 'a message was not accepted for delivery');
        return;
      }
      const delivery = deliver(message).finally(() => underWay.delete(delivery));
      underWay.add(delivery);
    },
    async close(patienceMilliseconds) {
      closing.abort();
      const patience = new AbortController();
      await Promise.race([
        Promise.all(underWay),
        pauseUnlessAborted(patienceMilliseconds / 1000, patience.signal),
      ]);
      patience.abort();
      if (underWay.size > 0) {
        log.error({ count: underWay.size }, 'messages were lost: the mail server took too long');
      }
      transporter.close({ force: true });
    },
  };
}

async function pauseUnlessAborted(seconds: number, signal: AbortSignal): Promise<void> {
  // An abort is an answer here, not a failure.
  await pause(seconds * 1000, undefined, { signal }).catch(() => undefined);
}

interface DeliveryError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly permanent?: boolean;
}

interface Failure {
  /** The server refuses this message, and would again. */
  readonly isFinal: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

function failureOf(error: DeliveryError): Failure {
  const { code, responseCode, permanent } = error;
  const isAboutMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  return {
    // A refused sign-in is permanent for SMTP too, but an operator can mend it.
    isFinal: permanent === true && isAboutMessage,
    fields: {
      code,
      responseCode,
      // A server may quote the text it refuses, and the text may hold a secret link.
      ...(isAboutMessage ? {} : { reason: error.message }),
    },
  };
}
