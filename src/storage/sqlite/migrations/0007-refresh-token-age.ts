/** NULL: issued by a release that did not keep it. */
export const refreshTokenAge = `
ALTER TABLE refresh_token ADD COLUMN issued_at INTEGER;
`;
