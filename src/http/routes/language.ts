import { parseLanguage } from '../../domain/language.ts';
import type { AppContext } from '../environment.ts';
import { keepLanguageInBrowser } from '../language.ts';
import { localPath, parseNextPath } from '../local-path.ts';
import { seeOther } from '../page-response.tsx';

/**
 * POST /language, from the foot of every page: `language`, and `next`, the page to come back to.
 * A signed-in person's mails follow the choice.
 */
export async function chooseLanguage(c: AppContext): Promise<Response> {
  const { deps, form, signedIn } = c.var;
  const language = parseLanguage(form.text('language'));
  if (language !== undefined) {
    keepLanguageInBrowser(c, language);
    if (signedIn !== undefined) await deps.storage.chooseLanguage(signedIn.account.id, language);
  }
  return seeOther(c, parseNextPath(form.text('next')) ?? localPath`/`);
}
