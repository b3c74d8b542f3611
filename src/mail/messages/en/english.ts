import type { MailWords } from '../mail-words.ts';
import { clientSecret } from './client-secret.ts';
import { ownAccount } from './own-account.ts';
import { password } from './password.ts';
import { review } from './review.ts';
import { team } from './team.ts';
import { wordsTriedOut } from './words-tried-out.ts';

export const english: MailWords = {
  ...password,
  ...ownAccount,
  ...team,
  ...review,
  ...clientSecret,
  ...wordsTriedOut,
};
