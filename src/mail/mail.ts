import type { SendMail } from '../domain/mailer.ts';

/** Structured lines about deliveries; never a message's text. */
export interface MailLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** A way to deliver messages, with an end. */
export interface Mail {
  readonly send: SendMail;
  /** Accepts no more, delivers what is under way within the patience, and lets go of the connections. Never throws. */
  close(patienceMilliseconds: number): Promise<void>;
}
