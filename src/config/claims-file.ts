import { z } from 'zod';

import type { ClaimCategorySource } from '../domain/claim.ts';
import { claimCategorySources } from '../institution/claim-sources.ts';

/**
 * Parses the text of a CLAIMS_FILE.
 * @returns the sources to put after the built-in ones, or what is wrong and where, a sentence each
 */
export function parseClaimsFile(
  text: string,
):
  | { readonly type: 'valid'; readonly sources: readonly ClaimCategorySource[] }
  | { readonly type: 'invalid'; readonly problems: readonly string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { type: 'invalid', problems: [`It is not JSON: ${(error as Error).message}.`] };
  }
  const parsed = claimCategorySources.safeParse(json);
  if (parsed.success) return { type: 'valid', sources: parsed.data };
  return {
    type: 'invalid',
    problems: parsed.error.issues.map(({ path, message }) => {
      const place = path.length === 0 ? 'The file' : z.core.toDotPath(path);
      return `${place}: ${message}.`;
    }),
  };
}
