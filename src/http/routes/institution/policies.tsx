import type { InstitutionSettings } from '../../../domain/settings.ts';
import {
  LIFETIME_UNITS,
  PARSE_POLICY,
  parsePolicy,
  POLICIES,
  type LifetimeUnit,
  type Policy,
  type PolicyProblems,
  type TypedPolicies,
} from '../../../institution/policy-forms.ts';
import type { ReadSettings } from '../../../institution/stored-settings.ts';
import type { Change, Conflict } from '../../../pages/institution/changes.tsx';
import { PoliciesPage, policyPath } from '../../../pages/institution/policies-page.tsx';
import { POLICY_FIELD_NAMES as NAMES } from '../../../pages/institution/policy-form.ts';
import { lifetimeText, policyValues } from '../../../pages/institution/policy-words.ts';
import { PreviewPage } from '../../../pages/institution/preview-page.tsx';
import type { AppContext } from '../../environment.ts';
import { catalogueOf, languageOf, pageTexts } from '../../language.ts';
import { localPath } from '../../local-path.ts';
import { notFound, pageFrame, seeOther, showPage } from '../../page-response.tsx';
import {
  conflictOf,
  enteredFields,
  formVersion,
  readSettingsNow,
  saveSettings,
  versionToSaveOver,
} from './editing.ts';

/** GET /institution/policies */
export async function showPolicies(c: AppContext): Promise<Response> {
  const now = await readSettingsNow(c);
  return showForms(c, now, { values: typedSettings(now.settings) });
}

/** POST /institution/policies/:policy: steps `preview`, `edit` and `save`. */
export async function changePolicy(c: AppContext): Promise<Response> {
  const policy = parsePolicy(c.req.param('policy') ?? '');
  if (policy === undefined) return notFound(c);
  const now = await readSettingsNow(c);
  const values = typedPolicy(c, policy, now);
  const step = c.var.form.text('step');
  const version = formVersion(c);
  if (step === 'edit') return showForms(c, now, { values, edited: { policy, version } });

  const parsed = PARSE_POLICY[policy](values, c.var.deps.catalogue);
  if (parsed.type === 'invalid') {
    const { problems } = parsed;
    return showForms(c, now, { values, edited: { policy, version }, problems });
  }
  const wanted: InstitutionSettings = { ...now.settings, [policy]: parsed.values };
  const members = Object.keys(parsed.values);
  const expectedVersion = await versionToSaveOver(c, { concern: policy, members }, now);
  if (expectedVersion === undefined) return showConflict(c, now, { policy, values, wanted });
  if (step !== 'save') return showPreview(c, now, { policy, wanted });

  const outcome = await saveSettings(c, {
    concern: policy,
    values: parsed.values,
    expectedVersion,
  });
  if (outcome === 'changed-meanwhile') {
    return showConflict(c, await readSettingsNow(c), { policy, values, wanted });
  }
  const notice = outcome === 'changed' ? 'settings-saved' : 'settings-unchanged';
  return seeOther(c, localPath`/institution/policies`, notice);
}

/** The fields of one policy as they were sent; of all others, what holds. */
function typedPolicy(c: AppContext, policy: Policy, now: ReadSettings): TypedPolicies {
  const { form } = c.var;
  const present = typedSettings(now.settings);
  const isTicked = (name: string): boolean => form.text(name) !== '';
  switch (policy) {
    case 'tokens':
      return {
        ...present,
        accessTokenAmount: form.text(NAMES.accessTokenAmount),
        accessTokenUnit: form.text(NAMES.accessTokenUnit),
        refreshTokenUnusedDays: form.text(NAMES.refreshTokenUnusedDays),
      };
    case 'consent':
      return { ...present, remember: form.text(NAMES.remember) };
    case 'review':
      return {
        ...present,
        fourEyes: isTicked(NAMES.fourEyes),
        autoApprovedClaims: form.all(NAMES.autoApprovedClaims),
        usualClaims: form.all(NAMES.usualClaims),
        reattestAfterMonths: form.text(NAMES.reattestAfterMonths),
      };
    case 'sandbox':
      return { ...present, sandbox: form.text(NAMES.sandbox) };
    case 'leakedSecrets':
      return { ...present, reaction: form.text(NAMES.reaction) };
    case 'notifications':
      return { ...present, mailOnNewAccess: isTicked(NAMES.mailOnNewAccess) };
  }
}

function typedSettings(settings: InstitutionSettings): TypedPolicies {
  const { tokens, consent, review, sandbox, leakedSecrets, notifications } = settings;
  const [amount, unit] = inUnit(tokens.accessTokenSeconds);
  return {
    accessTokenAmount: String(amount),
    accessTokenUnit: unit,
    refreshTokenUnusedDays: String(tokens.refreshTokenUnusedDays ?? ''),
    remember: consent.remember,
    fourEyes: review.fourEyes,
    autoApprovedClaims: review.autoApprovedClaims,
    usualClaims: review.usualClaims,
    reattestAfterMonths: String(review.reattestAfterMonths ?? ''),
    sandbox: sandbox.isOn ? 'on' : 'off',
    reaction: leakedSecrets.reaction,
    mailOnNewAccess: notifications.mailOnNewAccess,
  };
}

/** In the largest unit that fits exactly; a configured lifetime of odd seconds is shown in minutes. */
function inUnit(seconds: number): readonly [amount: number, unit: LifetimeUnit] {
  const units = (Object.entries(LIFETIME_UNITS) as [LifetimeUnit, number][]).toReversed();
  const [unit, size] = units.find(([, length]) => seconds % length === 0) ?? ['minutes', 60];
  return [Math.ceil(seconds / size), unit];
}

async function showForms(
  c: AppContext,
  now: ReadSettings,
  shown: {
    readonly values: TypedPolicies;
    /** Which form was sent, and the version it was made from. */
    readonly edited?: { readonly policy: Policy; readonly version: number };
    readonly problems?: PolicyProblems;
    readonly conflict?: Conflict;
  },
): Promise<Response> {
  const { values, edited, problems = {}, conflict = null } = shown;
  const { defaults } = c.var.deps.liveSettings;
  const { on, off } = pageTexts(c).institutionPolicies;
  const versions = Object.fromEntries(
    POLICIES.map((policy) => [
      policy,
      policy === edited?.policy ? edited.version : now.versions[policy],
    ]),
  ) as Record<Policy, number>;
  const page = (
    <PoliciesPage
      frame={pageFrame(c)}
      policies={POLICIES}
      values={values}
      problems={problems}
      categories={catalogueOf(c).categories}
      configured={{
        lifetime: {
          variable: 'ACCESS_TOKEN_SECONDS',
          value: lifetimeText(defaults.tokens.accessTokenSeconds, languageOf(c)),
          isSavedHere: 'accessTokenSeconds' in now.chosen.tokens,
        },
        sandbox: {
          variable: 'SANDBOX',
          value: defaults.sandbox.isOn ? on : off,
          isSavedHere: 'isOn' in now.chosen.sandbox,
        },
      }}
      versions={versions}
      conflict={conflict}
    />
  );
  if (conflict !== null) return showPage(c, page, 409);
  return showPage(c, page, Object.keys(problems).length > 0 ? 422 : 200);
}

async function showConflict(
  c: AppContext,
  now: ReadSettings,
  edited: {
    readonly policy: Policy;
    readonly values: TypedPolicies;
    readonly wanted: InstitutionSettings;
  },
): Promise<Response> {
  const { policy, values, wanted } = edited;
  const conflict = await conflictOf(c, policy, policyChanges(c, policy, [now.settings, wanted]));
  return showForms(c, now, { values, conflict });
}

function policyChanges(
  c: AppContext,
  policy: Policy,
  [before, after]: readonly [InstitutionSettings, InstitutionSettings],
): readonly Change[] {
  const language = languageOf(c);
  const wanted = policyValues(policy, after, language);
  return policyValues(policy, before, language).flatMap(({ label, value }, index) => {
    const other = wanted[index]?.value ?? '';
    return other === value ? [] : [{ label, before: value, after: other }];
  });
}

async function showPreview(
  c: AppContext,
  now: ReadSettings,
  { policy, wanted }: { readonly policy: Policy; readonly wanted: InstitutionSettings },
): Promise<Response> {
  const { title, effect } = pageTexts(c).institutionPolicies[policy];
  const page = (
    <PreviewPage
      frame={pageFrame(c)}
      section="policies"
      what={title}
      action={policyPath(policy)}
      entered={enteredFields(c)}
      changes={policyChanges(c, policy, [now.settings, wanted])}
      effect={effect}
    />
  );
  return showPage(c, page);
}
