/** One plain-text message to one person. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Hands a message to the institution's mail. Returns at once, never throws: delivery is retried in the
 * background and a failure is logged without the message's text, which may hold a secret link.
 */
export type SendMail = (message: Message) => void;
