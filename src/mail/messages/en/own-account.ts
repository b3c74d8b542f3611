import { type MailWords, paragraphs } from '../mail-words.ts';

/** What a person is told about their account. */
export const ownAccount: Pick<MailWords, 'app-access' | 'new-sign-in' | 'data-exported'> = {
  'app-access': ({ app, widened, data, accountPage }, { name, institution }) => ({
    subject: widened ? `${app} can read more of your data` : `${app} can read your data`,
    text: paragraphs(
      `Hello ${name},`,
      widened
        ? `You allowed ${app} to read more of your ${institution} account.`
        : `You allowed ${app} to read data of your ${institution} account.`,
      data === '' ? '' : `What it can read now that it could not before: ${data}.`,
      `You see what it reads, and can end its access at any time, on your account page:`,
      accountPage,
      `If this was not you, end the app's access there, and change your password.`,
    ),
  }),
  'new-sign-in': ({ network, device, accountPage, forgotPasswordPage }, { name, institution }) => ({
    subject: `New sign-in to your ${institution} account`,
    text: paragraphs(
      `Hello ${name},`,
      `Somebody signed in to your ${institution} account with a browser that we had not seen there before: ${device}, network ${network}.`,
      `If this was you, there is nothing to do.`,
      `If not, choose a new password, which signs out every browser:`,
      forgotPasswordPage,
      `Where you are signed in:`,
      accountPage,
    ),
  }),
  'data-exported': (
    { network, device, accountPage, forgotPasswordPage },
    { name, institution },
  ) => ({
    subject: `Your ${institution} data was downloaded`,
    text: paragraphs(
      `Hello ${name},`,
      `A copy of all that is kept about you was downloaded, with your password: ${device}, network ${network}.`,
      `If this was you, there is nothing to do. Keep the file where only you can read it.`,
      `If not, choose a new password:`,
      forgotPasswordPage,
      `and look at where you are signed in:`,
      accountPage,
    ),
  }),
};
