import type { JsonValue } from '../../../domain/claim.ts';
import type { SettingsHistoryEntry } from '../../../domain/settings.ts';
import { palettesOf } from '../../../institution/accent.ts';
import { POLICIES } from '../../../institution/policy-forms.ts';
import { SETTINGS_CONCERNS } from '../../../institution/stored-settings.ts';
import { HistoryPage, type SettingsEvent } from '../../../pages/institution/history-page.tsx';
import { OverviewPage } from '../../../pages/institution/overview-page.tsx';
import { policyValues } from '../../../pages/institution/policy-words.ts';
import { memberLabel, memberValue } from '../../../pages/institution/setting-words.ts';
import type { AppContext } from '../../environment.ts';
import { languageOf, pageTexts } from '../../language.ts';
import { pageFrame, showPage } from '../../page-response.tsx';

/** GET /institution */
export async function showInstitution(c: AppContext): Promise<Response> {
  const { deps } = c.var;
  const settings = deps.settings();
  const palettes = palettesOf(settings.identity);
  const [latest] = await deps.storage.listSettingsHistory(1);
  const { valueLine } = pageTexts(c).institution;
  const language = languageOf(c);
  const page = (
    <OverviewPage
      frame={pageFrame(c)}
      colours={[palettes.light.accent, palettes.dark.accent]}
      hasOwnTerms={{ en: settings.terms.en !== null, hi: settings.terms.hi !== null }}
      ownMailTexts={Object.keys(settings.mailTexts).length}
      dataPoints={{
        all: deps.catalogue.byCode.size,
        own: settings.dataPoints.categories.flatMap(({ claims }) => claims).length,
      }}
      policies={POLICIES.flatMap((policy) =>
        // What is first of each; the rest is on the page of policies.
        policyValues(policy, settings, language)
          .slice(0, policy === 'tokens' ? 2 : 1)
          .map(({ label, value }) => valueLine(label, value)),
      )}
      lastChange={latest === undefined ? null : { who: latest.actorName, at: latest.at }}
    />
  );
  return showPage(c, page);
}

/** Shown at most; the audit log has the rest. */
const LONGEST_HISTORY = 200;

/** GET /institution/history */
export async function showSettingsHistory(c: AppContext): Promise<Response> {
  const history = await c.var.deps.storage.listSettingsHistory(LONGEST_HISTORY);
  const events = history.flatMap((entry) => eventOf(c, entry) ?? []);
  return showPage(c, <HistoryPage frame={pageFrame(c)} events={events} />);
}

/** @returns undefined for a concern that this program does not know */
function eventOf(c: AppContext, entry: SettingsHistoryEntry): SettingsEvent | undefined {
  const concern = SETTINGS_CONCERNS.find((known) => known === entry.concern);
  if (concern === undefined) return undefined;
  const language = languageOf(c);
  const words = { language, mailKinds: c.var.deps.mailWording.kinds };
  const before: Readonly<Record<string, JsonValue>> = entry.before ?? {};
  const members = new Set([...Object.keys(before), ...Object.keys(entry.document)]);
  const changed = [...members].filter(
    (member) => JSON.stringify(before[member]) !== JSON.stringify(entry.document[member]),
  );
  return {
    concern,
    at: entry.at,
    who: entry.actorName,
    changes: changed.map((member) => ({
      label: memberLabel({ concern, member }, words),
      before: memberValue({ concern, member }, before[member], language),
      after: memberValue({ concern, member }, entry.document[member], language),
    })),
  };
}
