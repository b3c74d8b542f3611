import { paragraphs, type MailWords } from '../mail-words.ts';

export const team: Pick<MailWords, 'team-member-added' | 'team-member-removed' | 'team-left'> = {
  'team-member-added': ({ app, by, appPage }, { name }) => ({
    subject: `You were added to the developer group for the application '${app}'`,
    text: paragraphs(
      `Hello ${name},`,
      `${by ?? 'A member of the team'} added you to the team of ${app}.\nYou can now see the app and change it:\n${appPage}`,
    ),
  }),

  'team-member-removed': ({ app, by }, { name }) => ({
    subject: `You were removed from the developer group for the application '${app}'`,
    text: paragraphs(
      `Hello ${name},`,
      `${by ?? 'A member of the team'} removed you from the team of ${app}.\nYou can no longer see or change the app.`,
    ),
  }),

  'team-left': ({ app }, { name }) => ({
    subject: `You left the developer group for the application '${app}'`,
    text: paragraphs(
      `Hello ${name},`,
      `You left the team of ${app}.\nYou can no longer see or change the app.`,
    ),
  }),
};
