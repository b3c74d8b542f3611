import { extendedCatalogue, type ClaimCatalogue } from '../domain/claim.ts';
import type { InstitutionSettings } from '../domain/settings.ts';
import type { LiveSettings } from '../institution/live-settings.ts';
import { brandOf } from './brand.ts';
import type { AppDependencies, Institution, Lifetimes } from './dependencies.ts';

/** What the settings say, as the rest of the program asks for it. */
type Followed = Pick<
  AppDependencies,
  'institution' | 'brand' | 'lifetimes' | 'catalogue' | 'sandboxIsOn'
>;

/** What does not follow the settings, or only in part. */
export type FixedDependencies = Omit<
  AppDependencies,
  keyof Followed | 'settings' | 'liveSettings' | 'fixedCatalogue'
> & {
  readonly institution: Omit<Institution, 'name' | 'language'>;
  readonly lifetimes: Omit<Lifetimes, 'accessToken' | 'refreshTokenUnused'>;
  /** Without what maintainers added. */
  readonly catalogue: ClaimCatalogue;
};

/** Dependencies that always say what the settings say. */
export function followingSettings(
  fixed: FixedDependencies,
  liveSettings: LiveSettings,
): AppDependencies {
  let latest: { readonly of: InstitutionSettings; readonly followed: Followed } | undefined;

  function followed(): Followed {
    const settings = liveSettings.current();
    if (latest?.of !== settings) latest = { of: settings, followed: followedBy(settings, fixed) };
    return latest.followed;
  }

  return {
    ...fixed,
    liveSettings,
    fixedCatalogue: fixed.catalogue,
    settings: () => liveSettings.current(),
    get institution() {
      return followed().institution;
    },
    get brand() {
      return followed().brand;
    },
    get lifetimes() {
      return followed().lifetimes;
    },
    get catalogue() {
      return followed().catalogue;
    },
    get sandboxIsOn() {
      return followed().sandboxIsOn;
    },
  };
}

const DAY = 24 * 60 * 60;

function tokenLifetimes({
  accessTokenSeconds,
  refreshTokenUnusedDays,
}: InstitutionSettings['tokens']): Pick<Lifetimes, 'accessToken' | 'refreshTokenUnused'> {
  return {
    accessToken: accessTokenSeconds,
    refreshTokenUnused: refreshTokenUnusedDays === null ? null : refreshTokenUnusedDays * DAY,
  };
}

function followedBy(
  { identity, tokens, dataPoints, sandbox }: InstitutionSettings,
  { institution, lifetimes, catalogue }: FixedDependencies,
): Followed {
  return {
    institution: { ...institution, name: identity.name, language: identity.language },
    brand: brandOf(identity),
    lifetimes: { ...lifetimes, ...tokenLifetimes(tokens) },
    catalogue: extendedCatalogue(catalogue, dataPoints.categories),
    sandboxIsOn: sandbox.isOn,
  };
}
