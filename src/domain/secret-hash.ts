declare const secretHashBrand: unique symbol;

/**
 * SHA-256 of a high-entropy secret (code, token, session id, client secret, reset link): 32 bytes.
 * Secrets are stored only in this form. Made by `protocol/secret-hash` for tokens and by nobody else by hand.
 */
export type SecretHash = Uint8Array & { readonly [secretHashBrand]: never };

/** Turns the text of a secret into its hash; SHA-256 in the composition root. */
export type HashSecret = (secret: string) => SecretHash;
