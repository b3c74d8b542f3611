import type { ClaimCode } from '../domain/claim.ts';
import type { RequestedClaim } from '../domain/client-revision.ts';
import type { ClientInEnvironment } from '../domain/client.ts';
import type { ConsentNow } from '../domain/consent.ts';
import type { InstitutionSettings } from '../domain/settings.ts';

/** What may stand for an answer that was not given again: of an earlier one, still in force. */
export interface RememberedConsent {
  readonly granted: readonly ClaimCode[];
  readonly declined: readonly ClaimCode[];
}

/**
 * What a person need not be asked again, by the institution's policy; null: they are asked. Only while an
 * authorization given with that answer is live, and only for a client that authenticates when it comes with the
 * code: anybody can pose as any other (RFC 6749 §10.2, RFC 8252 §8.6). Never in the sandbox, which is there to be
 * looked at.
 */
export function rememberedConsent(
  client: Pick<ClientInEnvironment, 'environment' | 'clientType'>,
  consent: ConsentNow | undefined,
  policy: InstitutionSettings['consent'],
): RememberedConsent | null {
  if (policy.remember !== 'ask-when-changed') return null;
  if (client.environment !== 'live' || client.clientType !== 'confidential') return null;
  if (consent?.isLive !== true || consent.endedAt !== null) return null;
  return { granted: consent.granted, declined: consent.declined };
}

/** What is granted without asking; undefined when there is anything the person has not answered that way before. */
export function coveredClaims(
  terms: readonly RequestedClaim[],
  { granted, declined }: RememberedConsent,
): readonly ClaimCode[] | undefined {
  const isAnswered = terms.every(
    ({ code, required }) => granted.includes(code) || (!required && declined.includes(code)),
  );
  if (!isAnswered) return undefined;
  return terms.map(({ code }) => code).filter((code) => granted.includes(code));
}
