import { awaitsReview } from '../domain/client-lifecycle.ts';
import type { ClaimCode } from '../domain/claim.ts';
import type { ClientForReview } from '../domain/client.ts';
import type { Instant } from '../domain/clock.ts';
import { isAttestationOverdue } from './reattestation.ts';

/** What a reviewer should look at twice. A hint is no verdict: each also holds for honest apps. */
export type RiskHint =
  | { readonly type: 'unusual-claims'; readonly claims: readonly ClaimCode[] }
  /** Nobody approved an app of theirs before. */
  | { readonly type: 'new-developer' }
  | { readonly type: 'foreign-host'; readonly hosts: readonly string[] }
  | { readonly type: 'http-redirect' }
  | { readonly type: 'many-claims'; readonly count: number }
  /** When the only one leaves, nobody answers. */
  | { readonly type: 'team-of-one' }
  | { readonly type: 'no-reasons'; readonly count: number }
  /** The team did not say whether it still needs what was approved. */
  | { readonly type: 'attestation-overdue' }
  /** Deactivated, or without a current role. */
  | { readonly type: 'no-owner' }
  | { readonly type: 'owner-leaves' };

/** More than most apps need. */
const MANY_CLAIMS = 8;

export interface RiskPolicy {
  readonly usualClaims: readonly ClaimCode[];
  readonly reattestAfterMonths: number | null;
  /** Host of our own pages; what is next to it is the institution's. */
  readonly issuer: string;
  readonly now: Instant;
}

/** The hints for an app, the gravest first. */
export function riskHints(
  entry: Pick<
    ClientForReview,
    'client' | 'teamSize' | 'creatorIsKnown' | 'asked' | 'ownershipNotice'
  >,
  policy: RiskPolicy,
): readonly RiskHint[] {
  const hints = [
    ...(entry.ownershipNotice === 'ownerless' ? [{ type: 'no-owner' } as const] : []),
    ...(entry.ownershipNotice === 'ends-soon' ? [{ type: 'owner-leaves' } as const] : []),
    ...(isAttestationOverdue(entry.client.attestation, policy)
      ? [{ type: 'attestation-overdue' } as const]
      : []),
  ];
  return awaitsReview(entry.client) ? [...requestHints(entry, policy), ...hints] : hints;
}

function requestHints(
  { client, teamSize, creatorIsKnown, asked }: Parameters<typeof riskHints>[0],
  { usualClaims, issuer }: RiskPolicy,
): readonly RiskHint[] {
  const codes = asked.map(({ code }) => code);
  const unusual = codes.filter(
    (code) => !usualClaims.includes(code) && !client.approvedClaims.includes(code),
  );
  const foreign = foreignHosts(client.redirectUris, issuer);
  const unexplained = asked.filter(({ reason }) => reason === '').length;
  return [
    ...(unusual.length > 0 ? [{ type: 'unusual-claims', claims: unusual } as const] : []),
    ...(client.redirectUris.some(isOpenHttp) ? [{ type: 'http-redirect' } as const] : []),
    ...(foreign.length > 0 ? [{ type: 'foreign-host', hosts: foreign } as const] : []),
    ...(codes.length > MANY_CLAIMS ? [{ type: 'many-claims', count: codes.length } as const] : []),
    ...(creatorIsKnown || client.approvedRevision !== null
      ? []
      : [{ type: 'new-developer' } as const]),
    ...(teamSize === 1 ? [{ type: 'team-of-one' } as const] : []),
    ...(unexplained > 0 ? [{ type: 'no-reasons', count: unexplained } as const] : []),
  ];
}

/** Hosts that are neither the institution's nor the person's own machine. */
function foreignHosts(uris: readonly string[], issuer: string): readonly string[] {
  const own = institutionDomain(new URL(issuer).hostname);
  const hosts = uris.flatMap((uri) => {
    const url = URL.parse(uri);
    const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
    return url !== null && isWeb && !isLoopback(url.hostname) ? [url.hostname] : [];
  });
  return [...new Set(hosts)].filter((host) => host !== own && !host.endsWith(`.${own}`));
}

/** `auth.example.edu` → `example.edu`; a name of two labels, or an address, stays as it is. */
function institutionDomain(host: string): string {
  const labels = host.split('.');
  return labels.length > 2 && !/^[\d.]+$/u.test(host) ? labels.slice(1).join('.') : host;
}

function isOpenHttp(uri: string): boolean {
  const url = URL.parse(uri);
  return url?.protocol === 'http:' && !isLoopback(url.hostname);
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]'
  );
}
