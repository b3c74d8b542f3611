import { duration, paragraphs, type MailWords } from '../mail-words.ts';

export const password: Pick<MailWords, 'password-reset' | 'password-changed'> = {
  'password-reset': ({ link, validSeconds, network }, { name, institution }) => ({
    subject: `Choose a new password for ${institution}`,
    text: paragraphs(
      `Hello ${name},`,
      `Somebody, hopefully you, asked for a new password for your ${institution} account. To choose one, open this link:`,
      link,
      `It works once, within ${duration(validSeconds, 'en')}. Please do not forward this mail: the link is all it takes.`,
      `It was not you? Then there is nothing to do: your password stays as it is, and without this mail the link cannot be used. The request came from the network ${network}.`,
    ),
  }),

  'password-changed': ({ network, forgotPasswordPage, accountPage }, { name, institution }) => ({
    subject: `Your password for ${institution} was changed`,
    text: paragraphs(
      `Hello ${name},`,
      `The password of your ${institution} account was changed just now, from the network ${network}. Browsers that were signed in before have been signed out.`,
      'It was you? Then there is nothing to do.',
      'It was not you? Choose a new password at once, and look at the apps that have access to your data:',
      forgotPasswordPage,
      accountPage,
    ),
  }),
};
