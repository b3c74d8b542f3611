import type { JSX } from 'hono/jsx/jsx-runtime';

import { mediaUrl } from '../../../domain/media.ts';
import type { IdentitySettings, InstitutionSettings } from '../../../domain/settings.ts';
import { palettesOf } from '../../../institution/accent.ts';
import {
  parseIdentity,
  type IdentityProblems,
  type TypedIdentity,
} from '../../../institution/identity-form.ts';
import { previewLogo, takeLogo } from '../../../institution/logo.ts';
import type { ReadSettings } from '../../../institution/stored-settings.ts';
import type { Change, Conflict } from '../../../pages/institution/changes.tsx';
import { LookPage, type LookPageProps } from '../../../pages/institution/look-page.tsx';
import { PreviewPage } from '../../../pages/institution/preview-page.tsx';
import { Samples } from '../../../pages/institution/sample.tsx';
import { Swatch } from '../../../pages/institution/swatch.tsx';
import { LANGUAGE_NAMES } from '../../../pages/messages/language.ts';
import type { PageFrame } from '../../../pages/page-frame.ts';
import { signedInPerson } from '../../access.ts';
import type { AppContext } from '../../environment.ts';
import { pageTexts } from '../../language.ts';
import { localPath } from '../../local-path.ts';
import { pageFrame, seeOther, showPage } from '../../page-response.tsx';
import { themePreviewUrl } from '../../theme.ts';
import {
  conflictOf,
  enteredFields,
  formVersion,
  readSettingsNow,
  saveSettings,
  versionToSaveOver,
} from './editing.ts';

type Look = Omit<IdentitySettings, 'logoPath'>;
const MEMBERS = ['name', 'supportContact', 'language', 'accentColour', 'accentColourDark'] as const;

/** GET /institution/look */
export async function showLook(c: AppContext): Promise<Response> {
  const now = await readSettingsNow(c);
  return showForm(c, now, { values: typedLook(now.settings.identity) });
}

/** POST /institution/look */
export async function changeLook(c: AppContext): Promise<Response> {
  const { form } = c.var;
  const now = await readSettingsNow(c);
  const offered = takenOffer(c);
  const values: TypedIdentity = {
    name: form.text('name'),
    supportContact: form.text('support_contact'),
    language: form.text('language'),
    accentColour: offered.accentColour ?? form.text('accent'),
    accentColourDark: offered.accentColourDark ?? form.text('accent_dark'),
  };
  const version = formVersion(c);
  if (form.text('step') === 'edit') return showForm(c, now, { values, version });

  const parsed = parseIdentity(values);
  if (parsed.type === 'invalid') {
    return showForm(c, now, { values, version, problems: parsed.problems });
  }
  if (Object.keys(offered).length > 0) return showForm(c, now, { values, version });
  const wanted = parsed.values;
  const expectedVersion = await versionToSaveOver(
    c,
    { concern: 'identity', members: MEMBERS },
    now,
  );
  if (expectedVersion === undefined) return showConflict(c, now, { values, wanted });
  if (form.text('step') !== 'save') return showLookPreview(c, now, wanted);

  const outcome = await saveSettings(c, { concern: 'identity', values: wanted, expectedVersion });
  if (outcome === 'changed-meanwhile') {
    return showConflict(c, await readSettingsNow(c), { values, wanted });
  }
  const notice = outcome === 'changed' ? 'settings-saved' : 'settings-unchanged';
  return seeOther(c, localPath`/institution/look`, notice);
}

/** The readable colour that a button beside a refused one offered, if it was pressed. */
function takenOffer(
  c: AppContext,
): Partial<Pick<TypedIdentity, 'accentColour' | 'accentColourDark'>> {
  const light = c.var.form.text('accent_nearest');
  const dark = c.var.form.text('accent_dark_nearest');
  return {
    ...(light !== '' && { accentColour: light }),
    ...(dark !== '' && { accentColourDark: dark }),
  };
}

function typedLook(identity: IdentitySettings): TypedIdentity {
  return {
    ...identity,
    supportContact: identity.supportContact ?? '',
    accentColourDark: identity.accentColourDark ?? '',
  };
}

async function showForm(
  c: AppContext,
  now: ReadSettings,
  shown: {
    readonly values: TypedIdentity;
    readonly version?: number;
    readonly problems?: IdentityProblems;
    readonly logoProblem?: LookPageProps['logoProblem'];
    readonly conflict?: Conflict;
  },
): Promise<Response> {
  const { problems = {}, logoProblem = null, conflict = null } = shown;
  const { defaults } = c.var.deps.liveSettings;
  const chosen = now.chosen.identity;
  const page = (
    <LookPage
      frame={pageFrame(c)}
      values={shown.values}
      problems={problems}
      logoProblem={logoProblem}
      configured={{
        name: {
          variable: 'INSTITUTION_NAME',
          value: defaults.identity.name,
          isSavedHere: 'name' in chosen,
        },
        language: {
          variable: 'DEFAULT_LANGUAGE',
          value: LANGUAGE_NAMES[defaults.identity.language],
          isSavedHere: 'language' in chosen,
        },
      }}
      version={conflict === null ? (shown.version ?? now.versions.identity) : now.versions.identity}
      conflict={conflict}
    />
  );
  if (conflict !== null) return showPage(c, page, 409);
  const isRefused = logoProblem !== null || Object.keys(problems).length > 0;
  return showPage(c, page, isRefused ? 422 : 200);
}

async function showConflict(
  c: AppContext,
  now: ReadSettings,
  { values, wanted }: { readonly values: TypedIdentity; readonly wanted: Look },
): Promise<Response> {
  const conflict = await conflictOf(c, 'identity', lookChanges(c, now.settings.identity, wanted));
  return showForm(c, now, { values, conflict });
}

function lookChanges(c: AppContext, before: IdentitySettings, after: Look): readonly Change[] {
  const { institution, institutionLook } = pageTexts(c);
  const { members, none } = institution;
  const changes: readonly (Change | false)[] = [
    before.name !== after.name && {
      label: members.name,
      before: <bdi>{before.name}</bdi>,
      after: <bdi>{after.name}</bdi>,
    },
    before.supportContact !== after.supportContact && {
      label: members.supportContact,
      before: before.supportContact ?? none,
      after: after.supportContact ?? none,
    },
    before.language !== after.language && {
      label: members.language,
      before: LANGUAGE_NAMES[before.language],
      after: LANGUAGE_NAMES[after.language],
    },
    before.accentColour !== after.accentColour && {
      label: members.accentColour,
      before: <Swatch colour={before.accentColour} />,
      after: <Swatch colour={after.accentColour} />,
    },
    before.accentColourDark !== after.accentColourDark && {
      label: members.accentColourDark,
      before: accent(before.accentColourDark, institutionLook.madeOfTheOther),
      after: accent(after.accentColourDark, institutionLook.madeOfTheOther),
    },
  ];
  return changes.filter((change) => change !== false);
}

function accent(colour: IdentitySettings['accentColourDark'], made: string): Change['before'] {
  return colour === null ? made : <Swatch colour={colour} />;
}

async function showLookPreview(c: AppContext, now: ReadSettings, wanted: Look): Promise<Response> {
  const { institutionLook } = pageTexts(c);
  const frame = pageFrame(c);
  const page = (
    <PreviewPage
      frame={frame}
      section="look"
      what={institutionLook.title}
      action="/institution/look"
      entered={enteredFields(c)}
      changes={lookChanges(c, now.settings.identity, wanted)}
    >
      <LookSamples frame={frame} identity={{ ...now.settings.identity, ...wanted }} />
    </PreviewPage>
  );
  return showPage(c, page);
}

function LookSamples(props: {
  readonly frame: PageFrame;
  readonly identity: InstitutionSettings['identity'];
  /** Instead of the stored one; null: none. */
  readonly logo?: string | null;
}): JSX.Element {
  const { identity } = props;
  const { light, dark } = palettesOf(identity);
  const stored = identity.logoPath === null ? null : mediaUrl(identity.logoPath);
  return (
    <Samples
      frame={props.frame}
      name={identity.name}
      logo={props.logo === undefined ? stored : props.logo}
      stylesheet={themePreviewUrl({ accentColour: light.accent, accentColourDark: dark.accent })}
    />
  );
}

/** POST /institution/logo: steps `preview` with a picture, `remove`, and `save` of what was looked at. */
export async function changeLogo(c: AppContext): Promise<Response> {
  const { deps, form } = c.var;
  const now = await readSettingsNow(c);
  const values = typedLook(now.settings.identity);
  const maintainer = signedInPerson(c).account.id;
  const step = form.text('step');
  if (step === 'remove') return showLogoPreview(c, now, null);
  if (step !== 'save') {
    const file = form.file('logo');
    const upload = file === undefined ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
    const outcome = await previewLogo(maintainer, upload, deps);
    return outcome.type === 'drawn'
      ? showLogoPreview(c, now, outcome.preview)
      : showForm(c, now, { values, logoProblem: outcome.problem });
  }

  const members = ['logoPath'];
  const expectedVersion = await versionToSaveOver(c, { concern: 'identity', members }, now);
  const outcome =
    expectedVersion === undefined
      ? 'changed-meanwhile'
      : await takeLogo(
          {
            maintainer,
            digest: form.text('digest') === '' ? null : form.text('digest'),
            expectedVersion,
          },
          { ...deps, settings: deps.liveSettings, now: c.var.now },
        );
  switch (outcome) {
    case 'changed':
      return seeOther(c, localPath`/institution/look`, 'settings-saved');
    case 'unchanged':
      return seeOther(c, localPath`/institution/look`, 'settings-unchanged');
    case 'preview-gone':
      return showForm(c, now, { values, logoProblem: 'preview-gone' });
    case 'changed-meanwhile': {
      const newest = await readSettingsNow(c);
      const conflict = await conflictOf(c, 'identity', []);
      return showForm(c, newest, { values: typedLook(newest.settings.identity), conflict });
    }
  }
}

async function showLogoPreview(
  c: AppContext,
  now: ReadSettings,
  preview: { readonly path: string; readonly digest: string } | null,
): Promise<Response> {
  const { institution, institutionLook } = pageTexts(c);
  const { identity } = now.settings;
  // The place of previews is always the same, its pictures are not.
  const logo = preview === null ? null : `${mediaUrl(preview.path)}?${preview.digest.slice(0, 16)}`;
  const isSame = preview === null && identity.logoPath === null;
  const frame = pageFrame(c);
  const page = (
    <PreviewPage
      frame={frame}
      section="look"
      what={institutionLook.logoTitle}
      action="/institution/logo"
      entered={[
        ['version', String(formVersion(c))],
        ['digest', preview?.digest ?? ''],
      ]}
      changes={
        isSame
          ? []
          : [
              {
                label: institution.members.logoPath,
                before: identity.logoPath === null ? institution.none : institutionLook.present,
                after: preview === null ? institution.none : institutionLook.newPicture,
              },
            ]
      }
      back="/institution/look"
    >
      <LookSamples frame={frame} identity={identity} logo={logo} />
    </PreviewPage>
  );
  return showPage(c, page);
}
