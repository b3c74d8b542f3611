import type { HttpAnswer } from './http-answer.ts';

/**
 * One request of a journey and what follows from its answer: the next step, or undefined at the end.
 * `answered` checks the answer, status and content, and throws `UnexpectedAnswerError` when it is not the right one.
 */
export interface Step {
  /** The whole request as Latin-1 text, see `http-request.ts`. */
  readonly request: string;
  readonly answered: (answer: HttpAnswer) => Step | undefined;
}

/** Begins the next journey: what one person or app does, in one or more requests. */
export type Journeys = () => Step;

/** The server answered something else than a right answer. */
export class UnexpectedAnswerError extends Error {
  /**
   * @param expected what would have been right
   * @param answer what came
   */
  constructor(expected: string, { status, body, head }: HttpAnswer) {
    const location = /\r\nlocation: ([^\r]*)/iu.exec(head)?.[1];
    const seen = location === undefined ? body.slice(0, 200) : `to ${location.slice(0, 200)}`;
    super(`Expected ${expected}; the answer was ${status} ${seen.replaceAll(/\s+/gu, ' ')}`);
    this.name = 'UnexpectedAnswerError';
  }
}
