/** What a run may know. The names are those of the wire where it has one. */
const RUN_FIELDS = [
  'redirect_uri',
  'code',
  'code_verifier',
  'client_secret',
  'access_token',
  'refresh_token',
  /** Exchanged for the refresh token there is now. */
  'spent_refresh_token',
] as const;

/**
 * What a run through the flow knows so far; `''`: nothing yet. The page's own forms carry it: we keep nothing of it
 * (docs/adr/0015).
 */
export type PlaygroundRun = Readonly<Record<(typeof RUN_FIELDS)[number], string>>;

/** More than any of ours needs: whatever a form brings, the page stays small. In characters. */
const LONGEST_VALUE = 2048;

/** @param field what a form brought, by name; `''` for what it did not */
export function readRun(field: (name: string) => string): PlaygroundRun {
  return Object.fromEntries(
    RUN_FIELDS.map((name) => [name, field(name).trim().slice(0, LONGEST_VALUE)]),
  ) as PlaygroundRun;
}

/** Whether anything that it knows opens something. */
export function isConfidential({ redirect_uri: _public, ...others }: PlaygroundRun): boolean {
  return Object.values(others).some((value) => value !== '');
}

/**
 * What the run knows once the token endpoint answered.
 * @param body of an answer with status 200 (RFC 6749 §5.1)
 */
export function withTokens(run: PlaygroundRun, body: string): PlaygroundRun {
  const { access_token, refresh_token } = JSON.parse(body) as Readonly<Record<string, string>>;
  const isNew = refresh_token !== undefined && refresh_token !== run.refresh_token;
  return {
    ...run,
    access_token: access_token ?? '',
    refresh_token: refresh_token ?? '',
    spent_refresh_token: isNew ? run.refresh_token : run.spent_refresh_token,
  };
}
