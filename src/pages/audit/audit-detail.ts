import type { AuditEvent } from '../../domain/audit-event.ts';
import type { JsonValue } from '../../domain/claim.ts';
import type { Language } from '../../domain/language.ts';
import { LOCALES } from '../messages/language.ts';
import { messages, type Messages } from '../messages/messages.ts';

/** What was done, in words; an action that a newer program wrote stands for itself. */
export function actionText(action: string, text: Messages['audit']): string {
  return Object.hasOwn(text.actions, action)
    ? text.actions[action as keyof typeof text.actions]
    : action;
}

/** What it was done to: its name, or for parts of this program what they are called in the reader's language. */
export function subjectText({ subject }: AuditEvent, language: Language): string {
  const { audit, institution } = messages(language);
  if (subject.type === 'audit') return audit.title;
  const concern = subject.type === 'settings' ? own(institution.concerns, subject.id) : undefined;
  return concern ?? subject.label;
}

/** What else is kept about it, in words; `''`: nothing. */
export function detailText(event: AuditEvent, language: Language): string {
  const { audit, components, team } = messages(language);
  return [
    ...personDetails(event, audit.details, team.roles),
    ...clientDetails(event, { text: audit.details, states: components.status, language }),
    ...otherDetails(event, audit.details),
  ].join(', ');
}

type Text = Messages['audit']['details'];

function personDetails(
  { details }: AuditEvent,
  text: Text,
  teamRoles: Messages['team']['roles'],
): readonly string[] {
  const { delivery } = details;
  return [
    ...(typeof details['member'] === 'number' ? said(details['name'], (name) => name) : []),
    ...said(details['address'], (address) => address),
    ...said(details['role'], (role) => text.role(own(teamRoles, role) ?? role)),
    ...said(details['startDate'], text.from),
    ...said(details['endDate'], text.to),
    ...(delivery === 'mail' ? [text.mailed] : []),
    ...(delivery === 'shown' ? [text.shown] : []),
  ];
}

function clientDetails(
  { details }: AuditEvent,
  words: {
    readonly text: Text;
    readonly states: Messages['components']['status'];
    readonly language: Language;
  },
): readonly string[] {
  const { text, states } = words;
  const list = new Intl.ListFormat(LOCALES[words.language], { type: 'conjunction' });
  const listed = (items: readonly string[], say: (text: string) => string): readonly string[] =>
    items.length === 0 ? [] : [say(list.format(items))];
  const changed = (sign: string): readonly string[] =>
    textOf(details['change'])
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1));
  const { hint, description } = details;
  return [
    ...said(details['revision'], text.revision),
    ...said(details['state'], (state) => own(states, state) ?? state),
    ...listed(changed('+'), text.asksFor),
    ...listed(changed('-'), text.asksNoLongerFor),
    ...listed(changed('~'), text.saysDifferently),
    ...listed(textsOf(details['added']), text.added),
    ...listed(textsOf(details['removed']), text.removed),
    ...said(details['formerName'], text.formerName),
    ...said(details['clientType'], (type) => own(text.clientType, type) ?? type),
    ...(description === 'changed' ? [text.description] : []),
    ...said(details['reminder'], text.reminder),
    ...(typeof hint === 'string' ? said(details['name'], (name) => text.secret(name, hint)) : []),
    ...(details['environment'] === 'sandbox' ? [text.sandbox] : []),
  ];
}

function otherDetails({ details }: AuditEvent, text: Text): readonly string[] {
  return [
    ...said(details['version'], text.version),
    ...said(details['created'], (created) =>
      text.imported(created, numberText(details['updated']), numberText(details['leftOut'])),
    ),
    ...said(details['format'], text.format),
  ];
}

/** A text or a number in words; nothing where there is none. */
function said(value: JsonValue | undefined, words: (value: string) => string): readonly string[] {
  return typeof value === 'string' || typeof value === 'number' ? [words(String(value))] : [];
}

function own(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function numberText(value: JsonValue | undefined): string {
  return typeof value === 'number' ? String(value) : '0';
}
