import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory } from '../../domain/claim.ts';
import type { ClientEvent, ClientEventType } from '../../domain/client.ts';
import type { BadgeTone } from '../components/badge.tsx';
import { Timeline, type TimelineEntry } from '../components/timeline.tsx';
import { LOCALES } from '../messages/language.ts';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { claimName } from './claim-list.tsx';

const TONES: Readonly<Partial<Record<ClientEventType, BadgeTone>>> = {
  registered: 'waiting',
  'claims-changed': 'waiting',
  submitted: 'waiting',
  'changes-requested': 'waiting',
  'attestation-asked': 'waiting',
  'approval-proposed': 'success',
  approved: 'success',
  'approved-by-itself': 'success',
  reinstated: 'success',
  attested: 'success',
  rejected: 'problem',
  suspended: 'problem',
  'secret-leaked': 'problem',
  'owners-gone': 'problem',
  'owner-succeeded': 'success',
  'ownership-taken-over': 'success',
  'owner-appointed': 'success',
};

/** So many are in view at once; the rest is a press away. */
const SHOWN_AT_ONCE = 5;

interface HistoryProps {
  readonly frame: PageFrame;
  readonly categories: readonly ClaimCategory[];
  /** Newest first. */
  readonly history: readonly ClientEvent[];
}

/** What happened to an app, newest first, for ever. */
export function HistoryTimeline(props: HistoryProps): JSX.Element {
  const text = messages(props.frame.language).portal;
  const entries = props.history.map((event) => timelineEntry(event, props));
  const earlier = entries.slice(SHOWN_AT_ONCE);
  return (
    <>
      <Timeline frame={props.frame} entries={entries.slice(0, SHOWN_AT_ONCE)} />
      {earlier.length === 0 ? null : (
        <details class="disclosure">
          <summary>{text.earlier(earlier.length)}</summary>
          <Timeline frame={props.frame} entries={earlier} />
        </details>
      )}
    </>
  );
}

function timelineEntry(event: ClientEvent, props: HistoryProps): TimelineEntry {
  const { events } = messages(props.frame.language).lifecycle;
  return {
    title: events[event.type],
    tone: TONES[event.type] ?? 'neutral',
    at: event.at,
    actor: event.actorName,
    message: messageText(event, props),
  };
}

function messageText({ type, message }: ClientEvent, props: HistoryProps): string {
  if (type.startsWith('claims-')) return changeText(message, props);
  return ABOUT_MEMBERS.has(type) ? memberText(message, props) : message;
}

/** Their message is a name or an address, and perhaps a role in another line. */
const ABOUT_MEMBERS: ReadonlySet<ClientEventType> = new Set([
  'member-added',
  'member-removed',
  'role-changed',
  'invitation-sent',
  'invitation-accepted',
  'invitation-declined',
  'invitation-revoked',
]);

function memberText(message: string, { frame }: HistoryProps): string {
  const { roles } = messages(frame.language).team;
  const [name = '', role = ''] = message.split('\n');
  return Object.hasOwn(roles, role) ? `${name}: ${roles[role as keyof typeof roles]}` : name;
}

/** Says a change of data points, which is kept as codes: `+` came, `-` went, `~` is said otherwise. */
function changeText(message: string, { frame, categories }: HistoryProps): string {
  const text = messages(frame.language).lifecycle;
  const list = new Intl.ListFormat(LOCALES[frame.language], { type: 'conjunction' });
  const lines = message.split('\n');
  const sentence = (sign: string, say: (names: string) => string): string => {
    const codes = lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
    return codes.length === 0
      ? ''
      : say(list.format(codes.map((code) => claimName(code, categories))));
  };
  return [
    sentence('+', text.asksMore),
    sentence('-', text.asksLess),
    sentence('~', text.saysDifferently),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
