import { duration, paragraphs, roleName, type MailWords } from '../mail-words.ts';

export const team: Pick<
  MailWords,
  | 'team-member-added'
  | 'team-role-changed'
  | 'team-invitation'
  | 'team-member-removed'
  | 'team-left'
  | 'team-owners-leave'
  | 'team-ownerless'
  | 'team-owner-succeeded'
> = {
  'team-member-added': ({ app, by, role, appPage }, { name }) => ({
    subject: `You were added to the developer group for the application '${app}'`,
    text: paragraphs(
      `Hello ${name},`,
      `${by ?? 'A member of the team'} added you to the team of ${app}. Your role is: ${roleName(role, 'en')}.\nThis is the app:\n${appPage}`,
    ),
  }),

  'team-role-changed': ({ app, by, role, appPage }, { name }) => ({
    subject: `Your role in the team of ${app} changed`,
    text: paragraphs(
      `Hello ${name},`,
      `${by ?? 'An owner'} changed your role in the team of ${app}. It is now: ${roleName(role, 'en')}.\nThis is the app:\n${appPage}`,
    ),
  }),

  'team-invitation': ({ app, by, role, link, validSeconds }, { name, institution }) => ({
    subject: `Join the team of ${app}`,
    text: paragraphs(
      `Hello ${name},`,
      `${by ?? 'An owner'} invites you to the team of ${app}, an app registered with ${institution}. Your role would be: ${roleName(role, 'en')}.`,
      `Open this page, sign in, and accept or decline:\n${link}`,
      `The link works once, within ${duration(validSeconds, 'en')}. If you do not know what this is about, do nothing: nobody joins a team without accepting.`,
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

  'team-owners-leave': ({ app, date, successor, appPage }, { name, institution }) => ({
    subject: `${app} loses its last owner on ${date}`,
    text: paragraphs(
      `Hello ${name},`,
      `On ${date} the last owner of ${app} leaves ${institution}, as far as we know. Then nobody can look after its team any more.`,
      successor === '' ? '' : `${successor} becomes owner then, as the owners decided.`,
      `Owners can make somebody else an owner, or name a successor, before that day:\n${appPage}`,
    ),
  }),

  'team-ownerless': ({ app, nextInLine, appPage }, { name }) => ({
    subject: `${app} has no owner any more`,
    text: paragraphs(
      `Hello ${name},`,
      `None of the owners of ${app} is here any more: their accounts are deactivated, or their roles are over. The app goes on working, but nobody can change its team.`,
      nextInLine === ''
        ? ''
        : `${nextInLine} has been in the team the longest and can take it over.`,
      `A maintainer can make somebody owner as well. This is the app:\n${appPage}`,
    ),
  }),

  'team-owner-succeeded': ({ app, owner, appPage }, { name }) => ({
    subject: `${owner} owns ${app} now`,
    text: paragraphs(
      `Hello ${name},`,
      `${owner} is owner of ${app} now, because none of its owners was here any more.\nThis is the app:\n${appPage}`,
    ),
  }),
};
