import type { ClaimCatalogue } from '../domain/claim.ts';
import type { RequestedClaim } from '../domain/client-revision.ts';
import type { Client, ClientDetails } from '../domain/client.ts';
import {
  NAME_TAKEN,
  parseDetails,
  type DetailsProblems,
  type TypedDetails,
} from './details-form.ts';
import { invalid, problemOf, valid, type Parsed } from './parsed-field.ts';
import { parseRedirectUris, type RedirectUrisProblem } from './redirect-uris.ts';
import {
  parseRequestedClaims,
  type RequestedClaimsProblem,
  type TypedClaim,
} from './requested-claims.ts';

/** The registration form as typed; it can be shown again without losing a character. */
export interface TypedRegistration extends TypedDetails {
  readonly redirectUris: string;
  readonly claims: readonly TypedClaim[];
  readonly acceptsTerms: boolean;
}

/** What is wrong, by field; undefined: nothing. */
export interface RegistrationProblems extends DetailsProblems {
  readonly redirectUris: RedirectUrisProblem | undefined;
  readonly claims: RequestedClaimsProblem | undefined;
  readonly terms: { readonly code: 'not-accepted' } | undefined;
}

/** A registration that can be stored. Its developer accepted the terms of use. */
export type Registration = ClientDetails &
  Pick<Client, 'redirectUris'> & { readonly requestedClaims: readonly RequestedClaim[] };

/** Finds everything that is wrong at once. */
export function parseRegistration(
  typed: TypedRegistration,
  catalogue: ClaimCatalogue,
): Parsed<Registration, RegistrationProblems> {
  const details = parseDetails(typed);
  const redirectUris = parseRedirectUris(typed.redirectUris, typed.name);
  const claims = parseRequestedClaims(typed.claims, catalogue);
  if (
    details.type === 'valid' &&
    redirectUris.type === 'valid' &&
    claims.type === 'valid' &&
    typed.acceptsTerms
  ) {
    return valid({
      ...details.value,
      redirectUris: redirectUris.value,
      requestedClaims: claims.value,
    });
  }
  return invalid({
    ...(problemOf(details) ?? NO_DETAILS_PROBLEMS),
    redirectUris: problemOf(redirectUris),
    claims: problemOf(claims),
    terms: typed.acceptsTerms ? undefined : { code: 'not-accepted' },
  });
}

const NO_DETAILS_PROBLEMS: DetailsProblems = {
  name: undefined,
  description: undefined,
  clientType: undefined,
};

/** The one problem that only storage can find: another app has a name that looks the same. */
export const REGISTRATION_NAME_TAKEN: RegistrationProblems = {
  ...NAME_TAKEN,
  redirectUris: undefined,
  claims: undefined,
  terms: undefined,
};
