import type { CannedReply } from '../domain/settings.ts';

const MOST_QUESTIONS = 12;
const MOST_REPLIES = 20;
/** In characters. */
const LONGEST_QUESTION = 300;
const LONGEST_TITLE = 80;
const LONGEST_REPLY = 2000;

/** The checklist as typed, one question a line; null: nothing was, so the product's is used. */
export function parseChecklist(typed: string): readonly string[] | null {
  const questions = typed
    .split('\n')
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim().slice(0, LONGEST_QUESTION))
    .filter((line) => line !== '')
    .slice(0, MOST_QUESTIONS);
  return questions.length === 0 ? null : questions;
}

export function checklistText(checklist: readonly string[]): string {
  return checklist.join('\n');
}

/** Replies as typed: the first line is the name, `---` stands between two; null: nothing was typed. */
export function parseReplies(typed: string): readonly CannedReply[] | null {
  const replies = typed
    .split(/^\s*-{3,}\s*$/mu)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, MOST_REPLIES)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      const text = lines.join('\n').trim();
      // A reply of one line is its own name.
      return {
        title: title.trim().slice(0, LONGEST_TITLE),
        text: (text === '' ? title.trim() : text).slice(0, LONGEST_REPLY),
      };
    });
  return replies.length === 0 ? null : replies;
}

export function repliesText(replies: readonly CannedReply[]): string {
  return replies.map(({ title, text }) => `${title}\n${text}`).join('\n---\n');
}
