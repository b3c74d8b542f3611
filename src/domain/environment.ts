/**
 * Which of two worlds that never meet: `live` has the real people, `sandbox` has synthetic ones that apps are built
 * against before anybody approved them. Every account, credential, authorization and token belongs to one.
 */
export const ENVIRONMENTS = ['live', 'sandbox'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/**
 * What a client may be granted at most: of real people what a maintainer approved, of synthetic ones all it asks
 * for, so that it can be built before it is reviewed.
 */
export function grantable<Claims>(
  environment: Environment,
  { approved, requested }: { readonly approved: Claims; readonly requested: Claims },
): Claims {
  return environment === 'live' ? approved : requested;
}
