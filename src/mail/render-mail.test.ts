import { describe, expect, it } from 'vitest';

import { LANGUAGES } from '../domain/language.ts';
import type { MailTemplate, Message } from '../domain/mailer.ts';
import { DEFAULT_SETTINGS, type InstitutionSettings } from '../domain/settings.ts';
import type { RenderedMail } from './mail.ts';
import { duration, roleName } from './messages/mail-words.ts';
import { renderMail, type Sender } from './render-mail.ts';
import { mailSamples } from './samples.ts';

const issuer = 'https://auth.example.edu';
const TEMPLATES = mailSamples(issuer);

function sender(identity: Partial<InstitutionSettings['identity']> = {}): Sender {
  const { mailTexts } = DEFAULT_SETTINGS;
  return {
    settings: {
      identity: { ...DEFAULT_SETTINGS.identity, name: 'Test Institute', ...identity },
      mailTexts,
    },
    issuer,
  };
}

function render(
  template: MailTemplate,
  language: Message['language'] = null,
  from = sender(),
): RenderedMail {
  return renderMail({ to: 'bela@example.edu', name: 'Bela Iyer', language, template }, from);
}

describe('a mail in English', () => {
  it('about a forgotten password tells who asked, how long the link lives, and what to do otherwise', () => {
    const mail = render(TEMPLATES['password-reset']);
    expect(mail.to).toBe('bela@example.edu');
    expect(mail.subject).toBe('Choose a new password for Test Institute');
    expect(mail.text).toMatch(
      /^https:\/\/auth\.example\.edu\/auth\/reset-password\?token=s3cret$/mu,
    );
    expect(mail.text).toContain('It works once, within 30 minutes.');
    expect(mail.text).toContain('from the network 203.0.113.0/24');
    expect(mail.text).toContain('It was not you?');
  });

  it('about the team says who did what', () => {
    expect(render(TEMPLATES['team-member-added'])).toMatchObject({
      to: 'bela@example.edu',
      subject: "You were added to the developer group for the application 'Library'",
      text:
        'Hello Bela Iyer,\n\nAsha Rao added you to the team of Library. Your role is: developer.\n' +
        'This is the app:\nhttps://auth.example.edu/developer/7\n',
    });
    expect(render(TEMPLATES['team-member-removed'])).toMatchObject({
      subject: "You were removed from the developer group for the application 'Library'",
      text:
        'Hello Bela Iyer,\n\nAsha Rao removed you from the team of Library.\n' +
        'You can no longer see or change the app.\n',
    });
  });

  it('about a decision tells it, the reason set apart, and where to go on', () => {
    expect(render(TEMPLATES['app-rejected'])).toMatchObject({
      subject: 'Library is not approved',
      text:
        'Hello Bela Iyer,\n\n' +
        'A maintainer did not approve Library. People cannot sign in to it.\n\n' +
        'The reviewer wrote:\n\n> The date of birth is not needed.\n>\n> Ask for less.\n\n' +
        'Change what the reviewer asks for, then send your app to review again:\n' +
        'https://auth.example.edu/developer/7\n',
    });
  });

  it('about a decision without a reason quotes nothing', () => {
    const { text } = render({ ...TEMPLATES['app-approved'], message: '' });
    expect(text).not.toContain('wrote');
    expect(text).not.toContain('\n\n\n');
  });

  it('tells a change from a first review, and an approval after a suspension', () => {
    expect(render({ ...TEMPLATES['app-rejected'], isChange: true }).text).toContain(
      'It goes on with what was approved before',
    );
    expect(render({ ...TEMPLATES['app-approved'], again: true }).subject).toBe(
      'Library is approved again',
    );
  });
});

describe('a mail about a leaked secret', () => {
  it.each(LANGUAGES)('tells whether it is revoked, and what is at risk: %s', (language) => {
    const sample = TEMPLATES['client-secret-leaked'];
    const told = [
      sample,
      { ...sample, isRevoked: false },
      { ...sample, isSandbox: true },
      { ...sample, foundAt: '' },
    ].map((template) => render(template, language).text);
    expect(new Set(told).size).toBe(told.length);
    expect(told[3]).not.toContain('\n\n\n');
  });
});

describe('every mail in every language', () => {
  const cases = LANGUAGES.flatMap((language) =>
    Object.values(TEMPLATES).map((template) => ({ language, type: template.type, template })),
  );

  it.each(cases)(
    '$type, $language: greets, and says all there is to say',
    ({ language, template }) => {
      const { subject, text } = render(template, language);
      const values = Object.entries(template).flatMap(([name, value]) =>
        name === 'type' || typeof value !== 'string'
          ? []
          : [name === 'role' ? roleName(value, language) : value],
      );
      for (const value of ['Bela Iyer', ...values.flatMap((lines) => lines.split('\n'))]) {
        expect(`${subject}\n${text}`).toContain(value);
      }
      expect(subject).toMatch(/Test Institute|Library/u);
      expect(text.endsWith('\n')).toBe(true);
      expect(text).not.toMatch(/undefined|null|\[object|NaN/u);
    },
  );

  it.each(Object.values(TEMPLATES))('$type has words of its own in Hindi', (template) => {
    const hindi = render(template, 'hi');
    expect(hindi.subject).toMatch(/\p{Script=Devanagari}/u);
    expect(hindi.text).toMatch(/^नमस्ते Bela Iyer,\n/u);
  });
});

describe('the language of a mail', () => {
  it('is the institution’s when the person chose none', () => {
    const hindi = sender({ language: 'hi' });
    expect(render(TEMPLATES['team-left'], null, hindi).text).toContain('नमस्ते');
    expect(render(TEMPLATES['team-left'], 'en', hindi).text).toContain('Hello');
    expect(render(TEMPLATES['team-left'], null).text).toContain('Hello');
  });
});

describe('how long a link works', () => {
  it.each([
    [1800, '30 minutes', '30 मिनट'],
    [60, '1 minute', '1 मिनट'],
    [3600, '1 hour', '1 घंटा'],
    [5400, '90 minutes', '90 मिनट'],
    [259_200, '3 days', '3 दिन'],
    [45, '45 seconds', '45 सेकंड'],
  ])('%i seconds is told as %s, %s', (seconds, english, hindi) => {
    expect(duration(seconds, 'en')).toBe(english);
    expect(duration(seconds, 'hi')).toBe(hindi);
  });
});
