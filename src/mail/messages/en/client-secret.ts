import { paragraphs, type MailWords } from '../mail-words.ts';

export const clientSecret: Pick<MailWords, 'client-secret-leaked' | 'client-secret-expires'> = {
  'client-secret-leaked': ({ app, secret, isSandbox, foundAt, isRevoked, appPage }, { name }) => ({
    subject: isRevoked
      ? `A client secret of ${app} was found in the open and is revoked`
      : `A client secret of ${app} was found in the open`,
    text: paragraphs(
      `Hello ${name},`,
      `Somebody reported that a ${isSandbox ? 'sandbox ' : ''}client secret of ${app} can be read by others: ${secret}.`,
      foundAt === ''
        ? ''
        : `It was found here; look at the address before you open it:\n${foundAt}`,
      isRevoked
        ? `We revoked it at once. An app that still uses it gets no tokens until you give it another secret.`
        : `It still works. Whoever has it can pass for your app, so replace it now.`,
      isSandbox ? 'It is of the sandbox: nobody’s data was at risk.' : '',
      `1. Add a secret and put it into your app.\n2. ${isRevoked ? 'Remove' : 'Revoke the old one here, and remove'} it from where it was found, and from the history there.`,
      `Your app’s secrets:\n${appPage}`,
    ),
  }),

  'client-secret-expires': ({ app, secret, isSandbox, date, appPage }, { name }) => ({
    subject: `A client secret of ${app} expires on ${date}`,
    text: paragraphs(
      `Hello ${name},`,
      `A ${isSandbox ? 'sandbox ' : ''}client secret of ${app} expires on ${date}: ${secret}.`,
      'If your app still uses it, add another one, put it into your app, then revoke the old one: both work meanwhile, so nobody notices.',
      `Your app’s secrets:\n${appPage}`,
    ),
  }),
};
