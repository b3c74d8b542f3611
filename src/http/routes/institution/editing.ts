import type { SettingsConcern } from '../../../domain/settings.ts';
import { changeSettings, type SettingsOutcome } from '../../../institution/change-settings.ts';
import {
  readStoredSettings,
  type ReadSettings,
  type WantedValues,
} from '../../../institution/stored-settings.ts';
import type { Change, Conflict } from '../../../pages/institution/changes.tsx';
import { signedInPerson } from '../../access.ts';
import type { AppContext } from '../../environment.ts';

/** The settings as they are stored this very moment, to begin an edit with. */
export async function readSettingsNow(c: AppContext): Promise<ReadSettings> {
  const { deps } = c.var;
  return readStoredSettings(deps.liveSettings.defaults, await deps.storage.readSettings());
}

/** The version of its concern that the form was made from. */
export function formVersion(c: AppContext): number {
  const version = Number(c.var.form.text('version'));
  return Number.isSafeInteger(version) && version >= 0 ? version : -1;
}

/** What was entered, to be sent along by a preview. */
export function enteredFields(c: AppContext): readonly (readonly [name: string, value: string])[] {
  return c.var.form.texts.filter(([name]) => name !== 'csrf_token' && name !== 'step');
}

/** How far back a form may be older than what is stored, in changes of any setting. */
const HISTORY = 500;

/**
 * The version to save over: the one the form was made from or, if others saved meanwhile but none of these members,
 * the present one.
 * @returns undefined when one of the members is not what the form showed
 */
export async function versionToSaveOver(
  c: AppContext,
  { concern, members }: { readonly concern: SettingsConcern; readonly members: readonly string[] },
  now: ReadSettings,
): Promise<number | undefined> {
  const seen = formVersion(c);
  const present = now.versions[concern];
  if (seen === present) return present;
  if (seen < 0 || seen > present) return undefined;
  const history = await c.var.deps.storage.listSettingsHistory(HISTORY);
  const then =
    seen === 0
      ? {}
      : history.find((entry) => entry.concern === concern && entry.version === seen)?.document;
  const newest = history.find((entry) => entry.concern === concern)?.document ?? {};
  if (then === undefined) return undefined;
  const isUntouched = members.every(
    (member) => JSON.stringify(then[member]) === JSON.stringify(newest[member]),
  );
  return isUntouched ? present : undefined;
}

/** Saves what a maintainer decided. */
export async function saveSettings<Concern extends SettingsConcern>(
  c: AppContext,
  wanted: {
    readonly concern: Concern;
    readonly values: WantedValues<Concern>;
    readonly expectedVersion: number;
  },
): Promise<SettingsOutcome> {
  const { deps, now } = c.var;
  return changeSettings(
    { ...wanted, actor: signedInPerson(c).account.id },
    { storage: deps.storage, settings: deps.liveSettings, now },
  );
}

/** Who was faster, with what they saved beside what was entered here. */
export async function conflictOf(
  c: AppContext,
  concern: SettingsConcern,
  differences: readonly Change[],
): Promise<Conflict> {
  const history = await c.var.deps.storage.listSettingsHistory(HISTORY);
  const latest = history.find((entry) => entry.concern === concern);
  return { who: latest?.actorName ?? null, at: latest?.at ?? c.var.now, differences };
}
