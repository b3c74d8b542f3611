/**
 * OAuth scope values (RFC 6749 §3.3). What a client may *read of a person* is decided by claims;
 * the two scope values exist because existing clients expect `read write` in the token response.
 */
export const SCOPE_VALUES = ['read', 'write'] as const;
export type ScopeValue = (typeof SCOPE_VALUES)[number];
