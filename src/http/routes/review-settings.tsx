import { changeSettings } from '../../institution/change-settings.ts';
import { DeskSettingsPage } from '../../pages/review/desk-settings-page.tsx';
import {
  checklistText,
  parseChecklist,
  parseReplies,
  repliesText,
} from '../../review/desk-settings-form.ts';
import { signedInPerson } from '../access.ts';
import type { AppContext } from '../environment.ts';
import { languageOf } from '../language.ts';
import { localPath } from '../local-path.ts';
import { pageFrame, seeOther, showPage } from '../page-response.tsx';
import { deskTexts } from './review-desk.ts';

/** GET /review/settings */
export async function showDeskSettings(c: AppContext): Promise<Response> {
  return showSettings(c, { changedMeanwhile: false });
}

/** POST /review/settings: what is typed holds in the language of the page; the other one stays. */
export async function saveDeskSettings(c: AppContext): Promise<Response> {
  const { form, deps, now } = c.var;
  const language = languageOf(c);
  const { checklist, replies } = deps.settings().reviewDesk;
  const outcome = await changeSettings(
    {
      concern: 'reviewDesk',
      values: {
        checklist: { ...checklist, [language]: parseChecklist(form.text('checklist')) },
        replies: { ...replies, [language]: parseReplies(form.text('replies')) },
      },
      expectedVersion: Number(form.text('version')),
      actor: signedInPerson(c).account.id,
    },
    { storage: deps.storage, settings: deps.liveSettings, now },
  );
  if (outcome === 'changed-meanwhile') return showSettings(c, { changedMeanwhile: true });
  return seeOther(c, localPath`/review/settings`, 'desk-settings-saved');
}

async function showSettings(
  c: AppContext,
  { changedMeanwhile }: { readonly changedMeanwhile: boolean },
): Promise<Response> {
  const stored = await c.var.deps.storage.readSettings();
  const { checklist, replies } = deskTexts(c);
  const page = (
    <DeskSettingsPage
      frame={pageFrame(c)}
      checklist={checklistText(checklist)}
      replies={repliesText(replies)}
      version={stored.find(({ concern }) => concern === 'reviewDesk')?.version ?? 0}
      changedMeanwhile={changedMeanwhile}
    />
  );
  return showPage(c, page, changedMeanwhile ? 409 : 200);
}
