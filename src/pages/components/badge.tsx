import type { PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientStatus } from '../../domain/client-lifecycle.ts';
import { usePageMessages } from '../messages/messages.ts';

export type BadgeTone = 'neutral' | 'success' | 'waiting' | 'problem' | 'accent';

/** A short word about a thing. The word tells; colour and shape only help. */
export function Badge(props: PropsWithChildren<{ readonly tone?: BadgeTone }>): JSX.Element {
  return <span class={`badge badge-${props.tone ?? 'neutral'}`}>{props.children}</span>;
}

const STATUS_TONES: Readonly<Record<ClientStatus, BadgeTone>> = {
  draft: 'neutral',
  'in-review': 'waiting',
  'changes-requested': 'waiting',
  approved: 'success',
  rejected: 'problem',
  suspended: 'problem',
  retired: 'neutral',
};

/** Where an app stands. */
export function StatusBadge({ status }: { readonly status: ClientStatus }): JSX.Element {
  const text = usePageMessages().components.status;
  return <Badge tone={STATUS_TONES[status]}>{text[status]}</Badge>;
}
