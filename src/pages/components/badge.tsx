import type { PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientStatus } from '../../domain/client.ts';

export type BadgeTone = 'neutral' | 'success' | 'waiting' | 'problem' | 'accent';

/** A short word about a thing. The word tells; colour and shape only help. */
export function Badge(props: PropsWithChildren<{ readonly tone?: BadgeTone }>): JSX.Element {
  return <span class={`badge badge-${props.tone ?? 'neutral'}`}>{props.children}</span>;
}

const STATUS = {
  'in-review': { tone: 'waiting', label: 'In review' },
  approved: { tone: 'success', label: 'Approved' },
  rejected: { tone: 'problem', label: 'Not approved' },
  suspended: { tone: 'problem', label: 'Suspended' },
} as const;

/** Where an app stands. */
export function StatusBadge({ status }: { readonly status: ClientStatus }): JSX.Element {
  return <Badge tone={STATUS[status].tone}>{STATUS[status].label}</Badge>;
}
