import { ENVIRONMENTS } from '../../domain/environment.ts';
import { AppListPage } from '../../pages/portal/app-list-page.tsx';
import {
  RegisterPage,
  type RegistrationProblems,
  type RegistrationValues,
} from '../../pages/portal/register-page.tsx';
import { TermsPage } from '../../pages/portal/terms-page.tsx';
import { registerClient } from '../../portal/register-client.ts';
import {
  parseRegistration,
  REGISTRATION_NAME_TAKEN,
  type TypedRegistration,
} from '../../portal/registration-form.ts';
import { signedInPerson } from '../access.ts';
import type { AppContext } from '../environment.ts';
import type { Form } from '../form-body.ts';
import { catalogueOf, languageOf } from '../language.ts';
import { pageFrame, showPage } from '../page-response.tsx';
import { chosenClaims, isDraft } from './portal-claims-form.ts';
import { appSummary, showDashboard } from './portal-dashboard-view.tsx';

/** GET /developer */
export async function showApps(c: AppContext): Promise<Response> {
  const clients = await c.var.deps.storage.listClientsOfTeamMember(signedInPerson(c).account.id);
  const apps = clients.map((client) => ({
    ...appSummary(client),
    createdAt: client.createdAt,
    claimCount: client.requestedClaims.length,
  }));
  return showPage(c, <AppListPage frame={pageFrame(c)} apps={apps} />);
}

/** GET /developer/add */
export async function showRegistration(c: AppContext): Promise<Response> {
  return showRegistrationForm(c, EMPTY_REGISTRATION, null);
}

/**
 * POST /developer/add. A success answers with the dashboard itself instead of a redirect: the client secret is
 * shown this once, and must neither be stored nor stand in an address.
 */
export async function register(c: AppContext): Promise<Response> {
  const { deps, form, now } = c.var;
  const { account } = signedInPerson(c);
  const typed = typedRegistration(form);
  const parsed = parseRegistration(typed, deps.catalogue);
  if (parsed.type === 'invalid') return showRegistrationForm(c, typed, parsed.problem);

  const { storage, random, hashSecret } = deps;
  const registration = { ...parsed.value, createdBy: account.id, asDraft: isDraft(form) };
  const { autoApprovedClaims } = deps.settings().review;
  const outcome = await registerClient(registration, {
    storage,
    now,
    random,
    hashSecret,
    autoApprovedClaims,
  });
  if (outcome.type === 'name-taken') {
    return showRegistrationForm(c, typed, REGISTRATION_NAME_TAKEN);
  }
  const { number, clientSecrets } = outcome;
  const newSecrets = ENVIRONMENTS.flatMap((environment) =>
    clientSecrets === null || (environment === 'sandbox' && !deps.sandboxIsOn)
      ? []
      : [{ environment, clientSecret: clientSecrets[environment] }],
  );
  return showDashboard(c, { number, actor: account.id }, { newSecrets, justRegistered: true });
}

/** GET /terms_of_use/developer */
export async function showDeveloperTerms(c: AppContext): Promise<Response> {
  const ownText = c.var.deps.settings().terms[languageOf(c)];
  return showPage(c, <TermsPage frame={pageFrame(c)} ownText={ownText} />);
}

const EMPTY_REGISTRATION: RegistrationValues = {
  name: '',
  description: '',
  // What most apps are, and what the replaced portal chose.
  clientType: 'confidential',
  redirectUris: '',
  claims: [],
  acceptsTerms: false,
};

function typedRegistration(form: Form): TypedRegistration {
  return {
    name: form.text('name'),
    description: form.text('description'),
    clientType: form.text('client_type'),
    redirectUris: form.text('redirect_uris'),
    claims: chosenClaims(form),
    acceptsTerms: form.text('agrees_to_terms') !== '',
  };
}

async function showRegistrationForm(
  c: AppContext,
  values: RegistrationValues,
  problems: RegistrationProblems | null,
): Promise<Response> {
  const page = (
    <RegisterPage
      frame={pageFrame(c)}
      categories={catalogueOf(c).categories}
      values={values}
      problems={problems}
    />
  );
  return showPage(c, page, problems === null ? 200 : 422);
}
