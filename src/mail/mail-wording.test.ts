import { describe, expect, it } from 'vitest';

import { LANGUAGES } from '../domain/language.ts';
import type { MailKind } from '../domain/mail-wording.ts';
import type { MailTemplate } from '../domain/mailer.ts';
import { mailWording } from './mail-wording.ts';
import { fillText, kindOf, parameterValues } from './own-words.ts';
import { mailSamples } from './samples.ts';
import { wordsOf } from './words.ts';

const wording = mailWording();
const occasion = { name: 'Bela Iyer', institution: 'Test Institute' };

function kind(name: string): MailKind {
  return wording.kinds.find((one) => one.kind === name)!;
}

/** Every situation, with all that can be said, and with as little as can be. */
const TEMPLATES: readonly MailTemplate[] = wording.kinds.flatMap(({ type, flags }) => {
  const sample: MailTemplate = mailSamples('https://auth.example.edu')[type];
  const situation = Object.fromEntries(
    Object.entries(sample).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? flags.some((flag) => flag === name) : value,
    ]),
  ) as unknown as MailTemplate;
  return [
    situation,
    // A message about an app always says something.
    ...('message' in situation && type !== 'app-message' ? [{ ...situation, message: '' }] : []),
    ...('foundAt' in situation ? [{ ...situation, foundAt: '' }] : []),
    ...('data' in situation ? [{ ...situation, data: '' }] : []),
    ...('successor' in situation ? [{ ...situation, successor: '' }] : []),
    ...('nextInLine' in situation ? [{ ...situation, nextInLine: '' }] : []),
    ...('role' in situation ? [{ ...situation, role: 'viewer' as const }] : []),
    ...('validSeconds' in situation ? [{ ...situation, validSeconds: 5400 }] : []),
  ];
});

describe('the words that come with the product, as a text with parameters', () => {
  const cases = LANGUAGES.flatMap((language) =>
    TEMPLATES.map((template) => ({ language, kind: kindOf(template), template })),
  );

  it.each(cases)('$kind, $language: filled in say the same again', ({ language, template }) => {
    const standard = wording.standardText(kindOf(template), language)!;
    const values = parameterValues(template, occasion, language);
    expect(fillText(standard, values)).toEqual(wordsOf(template, language, occasion));
    expect(`${standard.subject}${standard.text}`).not.toMatch(/[⟦⟧]/u);
  });

  it.each(wording.kinds)('$kind: have nothing to object to', (one) => {
    for (const language of LANGUAGES) {
      expect(wording.problemsOf(one, wording.standardText(one.kind, language)!)).toEqual([]);
    }
  });
});

describe('a situation of a mail', () => {
  it('is named by what is so, however the facts are ordered', () => {
    const names = wording.kinds.map((one) => one.kind);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['app-approved', 'app-approved.again']));
    const leaked = mailSamples('')['client-secret-leaked'];
    const { isRevoked, ...rest } = { ...leaked, isSandbox: true };
    expect(kindOf({ isRevoked, ...rest })).toBe(kindOf({ ...rest, isRevoked }));
    expect(names).toContain(kindOf({ ...rest, isRevoked }));
  });

  it('says which facts its words may name', () => {
    expect(kind('password-reset')).toMatchObject({
      parameters: ['name', 'institution', 'link', 'validFor', 'network'],
      needed: ['link'],
    });
    expect(kind('app-approved.again').parameters).not.toContain('again');
  });

  it('is none when nobody chooses its words', () => {
    expect(wording.kinds.map(({ type }) => type as string)).not.toContain('words-tried-out');
    expect(wording.standardText('words-tried-out', 'en')).toBeUndefined();
    expect(wording.standardText('toString', 'en')).toBeUndefined();
  });
});

describe('own words', () => {
  const values = new Map([
    ['name', 'Bela {{link}}'],
    ['link', 'https://x.example/$&'],
    ['message', ''],
  ]);

  it('say that somebody did it when it is not known who', () => {
    const template = { ...mailSamples('')['team-left'], type: 'team-member-removed', by: null };
    const by = (language: 'en' | 'hi'): string | undefined =>
      parameterValues(template as MailTemplate, occasion, language).get('by');
    expect([by('en'), by('hi')]).toEqual(['Somebody', 'किसी']);
  });

  it('are filled in once: what a fact says is never a parameter', () => {
    expect(
      fillText({ subject: 'For {{ name }}', text: 'Dear {{name}},\n\n{{link}}' }, values),
    ).toEqual({
      subject: 'For Bela {{link}}',
      text: 'Dear Bela {{link}},\n\nhttps://x.example/$&\n',
    });
  });

  it('keep on one line what goes into a subject', () => {
    const injected = new Map([['app', 'Library\r\nBcc: all@example.edu']]);
    expect(fillText({ subject: '{{app}}', text: 'x' }, injected).subject).toBe(
      'Library Bcc: all@example.edu',
    );
  });

  it('leave out a paragraph with nothing to say, and the line that leads up to it', () => {
    const text = 'Hello.\n\nThe reviewer wrote:\n\n{{message}}\n\nYour app:\n{{link}}';
    expect(fillText({ subject: 's', text }, values).text).toBe(
      'Hello.\n\nYour app:\nhttps://x.example/$&\n',
    );
  });

  it.each([
    [{ subject: '', text: 'Open {{link}}' }, [{ field: 'subject', code: 'missing' }]],
    [
      { subject: 'Open {{link}}', text: '{{link}}' },
      [{ field: 'subject', code: 'secret-in-subject', parameter: 'link' }],
    ],
    [
      { subject: 'Reset', text: 'Hello {{nmae}}' },
      [
        { field: 'text', code: 'unknown-parameter', parameter: 'nmae' },
        { field: 'text', code: 'needed-parameter', parameter: 'link' },
      ],
    ],
    [
      { subject: 'x'.repeat(201), text: '{{link}}' },
      [{ field: 'subject', code: 'too-long', most: 200 }],
    ],
  ])('%j: problems', (text, problems) => {
    expect(wording.problemsOf(kind('password-reset'), text)).toEqual(problems);
  });

  it('can be looked at with facts that are made up', () => {
    const sample = wording.sampleOf(
      kind('app-rejected.isChange'),
      { subject: '{{app}}: no', text: '{{name}}, {{institution}}\n\n{{message}}\n\n{{appPage}}' },
      {
        name: 'Meera Nair',
        institution: 'Test Institute',
        issuer: 'https://auth.campus.example',
        language: 'en',
      },
    );
    expect(sample.subject).toBe('Library: no');
    expect(sample.text).toContain('Meera Nair, Test Institute');
    expect(sample.text).toContain('> The date of birth is not needed.');
    expect(sample.text).toContain('https://auth.campus.example/developer/7');
  });
});
