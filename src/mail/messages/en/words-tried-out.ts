import { paragraphs, type MailWords } from '../mail-words.ts';

export const wordsTriedOut: Pick<MailWords, 'words-tried-out'> = {
  'words-tried-out': ({ subject, text }) => ({
    subject: `Test: ${subject}`,
    text: paragraphs(
      'You asked for this mail to see how it reads. The facts in it are made up, and its addresses lead nowhere.',
      text.trim(),
    ),
  }),
};
