import type { WordedMail } from '../domain/mail-wording.ts';
import type { MailTemplate } from '../domain/mailer.ts';

/** One mail of each type, with facts that are made up: a new type is a type error until it has one. */
export function mailSamples(issuer: string): {
  readonly [Type in WordedMail]: Extract<MailTemplate, { readonly type: Type }>;
} {
  const appPage = `${issuer}/developer/7`;
  const secret = 'Deployment (omniportsecret…k3Qz)';
  const event = {
    network: '203.0.113.0/24',
    device: 'Firefox on Linux',
    accountPage: `${issuer}/account`,
    forgotPasswordPage: `${issuer}/auth/forgot-password`,
  };
  return {
    'password-reset': {
      type: 'password-reset',
      link: `${issuer}/auth/reset-password?token=s3cret`,
      validSeconds: 1800,
      network: '203.0.113.0/24',
    },
    'password-changed': {
      type: 'password-changed',
      network: '203.0.113.0/24',
      forgotPasswordPage: `${issuer}/auth/forgot-password`,
      accountPage: `${issuer}/account`,
    },
    'app-access': {
      type: 'app-access',
      app: 'Library',
      widened: false,
      data: 'Full name, Branch',
      accountPage: `${issuer}/account`,
    },
    'new-sign-in': { type: 'new-sign-in', ...event },
    'data-exported': { type: 'data-exported', ...event },
    'team-member-added': {
      type: 'team-member-added',
      app: 'Library',
      by: 'Asha Rao',
      role: 'developer',
      appPage,
    },
    'team-role-changed': {
      type: 'team-role-changed',
      app: 'Library',
      by: 'Asha Rao',
      role: 'owner',
      appPage,
    },
    'team-invitation': {
      type: 'team-invitation',
      app: 'Library',
      by: 'Asha Rao',
      role: 'developer',
      link: `${issuer}/invitations/s3cret`,
      validSeconds: 604_800,
    },
    'team-owners-leave': {
      type: 'team-owners-leave',
      app: 'Library',
      date: '2026-12-08',
      successor: 'Bela Iyer',
      appPage,
    },
    'team-ownerless': {
      type: 'team-ownerless',
      app: 'Library',
      nextInLine: 'Bela Iyer',
      appPage,
    },
    'team-owner-succeeded': {
      type: 'team-owner-succeeded',
      app: 'Library',
      owner: 'Bela Iyer',
      appPage,
    },
    'team-member-removed': { type: 'team-member-removed', app: 'Library', by: 'Asha Rao' },
    'team-left': { type: 'team-left', app: 'Library' },
    'app-approved': {
      type: 'app-approved',
      app: 'Library',
      again: false,
      message: 'Good.',
      appPage,
    },
    'app-rejected': {
      type: 'app-rejected',
      app: 'Library',
      isChange: false,
      message: 'The date of birth is not needed.\n\nAsk for less.',
      appPage,
    },
    'app-suspended': { type: 'app-suspended', app: 'Library', message: 'Leaked data.', appPage },
    'app-changes-requested': {
      type: 'app-changes-requested',
      app: 'Library',
      isChange: false,
      message: 'Say what you need the phone number for.',
      appPage,
    },
    'app-message': {
      type: 'app-message',
      app: 'Library',
      by: 'Asha Rao',
      message: 'Which data do you keep after the semester?',
      appPage,
    },
    'app-attestation': { type: 'app-attestation', app: 'Library', appPage },
    'client-secret-leaked': {
      type: 'client-secret-leaked',
      app: 'Library',
      secret,
      isSandbox: false,
      foundAt: 'https://code.example/library/config.py',
      isRevoked: true,
      appPage,
    },
    'client-secret-expires': {
      type: 'client-secret-expires',
      app: 'Library',
      secret,
      isSandbox: false,
      date: '2026-12-08',
      appPage,
    },
  };
}
