import { createMiddleware } from 'hono/factory';
import type { MiddlewareHandler } from 'hono';
import type { ClientPermission } from '../domain/client-role.ts';
import { findPermission } from '../portal/team-permission.ts';
import { LOCALES } from '../pages/messages/language.ts';
import { signedInPerson } from './access.ts';
import type { AppEnvironment } from './environment.ts';
import { languageOf, pageTexts } from './language.ts';
import { notFound, showError } from './page-response.tsx';

/**
 * For routes below `/developer/:number`: says which role it takes to whoever has another one, and that there is nothing
 * to whoever is not in the team. The statements behind it ask for the role again.
 */
export function membersWho({
  may,
}: {
  readonly may: ClientPermission;
}): MiddlewareHandler<AppEnvironment> {
  return createMiddleware<AppEnvironment>(async (c, next) => {
    const number = c.req.param('number') ?? '';
    if (!/^[1-9]\d{0,14}$/u.test(number)) return notFound(c);
    const { account } = signedInPerson(c);
    const action = { number: Number(number), actor: account.id };
    const outcome = await findPermission(action, may, c.var.deps);
    switch (outcome.type) {
      case 'allowed':
        await next();
        return undefined;
      case 'not-found':
        return notFound(c);
      case 'role-too-low': {
        const { team: text } = pageTexts(c);
        const list = new Intl.ListFormat(LOCALES[languageOf(c)], { type: 'disjunction' });
        const roles = outcome.needed.map((role) => text.roles[role]);
        return showError(c, {
          status: 403,
          title: text.refusedTitle,
          explanation: text.refused(outcome.app, text.roles[outcome.role]),
          advice: text.refusedAdvice,
          details: [
            { label: text.neededRole, value: list.format(roles) },
            ...outcome.owners.map((owner) => ({ label: text.owners, value: owner })),
          ],
        });
      }
    }
  });
}
