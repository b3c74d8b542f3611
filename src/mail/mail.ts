/** Structured lines about deliveries; never a message's text. */
export interface MailLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** A message in words, to one person. */
export interface RenderedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same under the institution's name, for mail programs that show it. */
  readonly html: string;
}

/** A way to deliver messages, with an end. */
export interface Mail {
  /** As `SendMail`: returns at once, never throws. */
  send(mail: RenderedMail): void;
  /** Accepts no more, delivers what is under way within the patience, and lets go of the connections. Never throws. */
  close(patienceMilliseconds: number): Promise<void>;
}
