import type { AuditEvent } from '../../domain/audit-event.ts';
import type { JsonValue } from '../../domain/claim.ts';
import type { Messages } from '../messages/messages.ts';

/** What was done, in words; an action that a newer program wrote stands for itself. */
export function actionText(action: string, text: Messages['audit']): string {
  return Object.hasOwn(text.actions, action)
    ? text.actions[action as keyof typeof text.actions]
    : action;
}

/** What else is kept about it, in words; `''`: nothing. */
export function detailText({ details }: AuditEvent, { details: text }: Messages['audit']): string {
  const say = (name: string, words: (value: string) => string): readonly string[] => {
    const value = details[name];
    return typeof value === 'string' || typeof value === 'number' ? [words(String(value))] : [];
  };
  const { delivery, hint } = details;
  return [
    ...say('role', text.role),
    ...say('startDate', text.from),
    ...say('endDate', text.to),
    ...(delivery === 'mail' ? [text.mailed] : []),
    ...(delivery === 'shown' ? [text.shown] : []),
    ...say('revision', text.revision),
    ...say('version', text.version),
    ...say('created', (created) =>
      text.imported(created, numberText(details['updated']), numberText(details['leftOut'])),
    ),
    ...(typeof hint === 'string' ? say('name', (name) => text.secret(name, hint)) : []),
    ...(details['environment'] === 'sandbox' ? [text.sandbox] : []),
    ...say('format', text.format),
  ].join(', ');
}

function numberText(value: JsonValue | undefined): string {
  return typeof value === 'number' ? String(value) : '0';
}
