import { z } from 'zod';

const claimCode = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+$/u,
    'must be lower-case words joined by dots, such as library.card_number',
  );

/**
 * What an institution may add. `roles`, `custom-roles` and `picture` stay with the built-in claims:
 * what they serve comes from elsewhere than the person's records.
 */
export const OWN_CLAIM_TYPES = ['string', 'integer', 'boolean', 'date', 'links'] as const;

const label = z.string().min(1).max(80);
const hint = z.string().max(200);

/** Data points of an institution: what a CLAIMS_FILE holds, and what maintainers add. */
export const claimCategorySources = z.array(
  z.strictObject({
    code: z.string().regex(/^[a-z][a-z0-9_]*$/u, 'must be one lower-case word, such as library'),
    label,
    translations: translated({ label }).exactOptional(),
    claims: z
      .array(
        z
          .strictObject({
            code: claimCode,
            label,
            type: z.enum(OWN_CLAIM_TYPES),
            whenUnset: z.json().exactOptional(),
            hint: hint.exactOptional(),
            translations: translated({ label, hint: hint.exactOptional() }).exactOptional(),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  }),
);

/** Words in the languages we have beside English. */
function translated<Words extends z.ZodRawShape>(words: Words) {
  return z.strictObject({ hi: z.strictObject(words).readonly().exactOptional() }).readonly();
}
