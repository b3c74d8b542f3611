import { paragraphs, quoted, type MailWords } from '../mail-words.ts';

const reviewer = (message: string): string =>
  message === '' ? '' : `The reviewer wrote:\n\n${quoted(message)}`;

export const review: Pick<
  MailWords,
  | 'app-approved'
  | 'app-rejected'
  | 'app-suspended'
  | 'app-changes-requested'
  | 'app-message'
  | 'app-attestation'
> = {
  'app-approved': ({ app, again, message, appPage }, { name }) => ({
    subject: again ? `${app} is approved again` : `${app} is approved`,
    text: paragraphs(
      `Hello ${name},`,
      `A maintainer approved ${app}. People can sign in to it now; its page says which data points it may ask them for.`,
      reviewer(message),
      `Your app:\n${appPage}`,
    ),
  }),

  'app-rejected': ({ app, isChange, message, appPage }, { name }) => ({
    subject: `${app} is not approved`,
    text: paragraphs(
      `Hello ${name},`,
      isChange
        ? `A maintainer did not approve the changed data points of ${app}. It goes on with what was approved before.`
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

  'app-changes-requested': ({ app, isChange, message, appPage }, { name }) => ({
    subject: `A change is needed before ${app} can be approved`,
    text: paragraphs(
      `Hello ${name},`,
      isChange
        ? `A maintainer looked at the changed data points of ${app} and asks for something else. It goes on with what was approved before.`
        : `A maintainer looked at ${app} and asks for a change. Then it can be approved.`,
      reviewer(message),
      `Change it and send it to review again, or answer there:\n${appPage}`,
    ),
  }),

  'app-message': ({ app, by, message, appPage }, { name }) => ({
    subject: `A message about ${app}`,
    text: paragraphs(
      `Hello ${name},`,
      by === null ? `There is a message about ${app}:` : `${by} wrote about ${app}:`,
      quoted(message),
      `Answer there, not to this mail:\n${appPage}`,
    ),
  }),

  'app-attestation': ({ app, appPage }, { name }) => ({
    subject: `Is ${app} still in use?`,
    text: paragraphs(
      `Hello ${name},`,
      `${app} was approved some time ago. Please say that it is still in use and still needs the data it reads. It takes a minute, and your app goes on meanwhile.`,
      `It needs less? Ask for less: that needs no review. Nobody uses it any more? Retire it.`,
      appPage,
    ),
  }),
};
