import { paragraphs, quoted, type MailWords } from '../mail-words.ts';

const reviewer = (message: string): string =>
  message === '' ? '' : `The reviewer wrote:\n\n${quoted(message)}`;

export const review: Pick<MailWords, 'app-approved' | 'app-rejected' | 'app-suspended'> = {
  'app-approved': ({ app, again, message, appPage }, { name }) => ({
    subject: again ? `${app} is approved again` : `${app} is approved`,
    text: paragraphs(
      `Hello ${name},`,
      `A maintainer approved ${app} with the data points it asks for. People can sign in to it now.`,
      reviewer(message),
      `Your app:\n${appPage}`,
    ),
  }),

  'app-rejected': ({ app, isChange, message, appPage }, { name }) => ({
    subject: `${app} is not approved`,
    text: paragraphs(
      `Hello ${name},`,
      isChange
        ? `A maintainer did not approve the changed data points of ${app}. Nobody new can sign in to it; access given before goes on with what was approved then.`
        : `A maintainer did not approve ${app}. People cannot sign in to it.`,
      reviewer(message),
      `Change what the reviewer asks for, then send your app to review again:\n${appPage}`,
    ),
  }),

  'app-suspended': ({ app, message, appPage }, { name }) => ({
    subject: `${app} is suspended`,
    text: paragraphs(
      `Hello ${name},`,
      `A maintainer suspended ${app}. Nobody can sign in to it, and its tokens are refused.`,
      reviewer(message),
      `Talk to the maintainers to have the suspension lifted. Your app:\n${appPage}`,
    ),
  }),
};
