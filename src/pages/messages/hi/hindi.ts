import type { english } from '../en/english.ts';
import { account } from './account.tsx';
import { activity } from './activity.tsx';
import { audit } from './audit.ts';
import { components } from './components.tsx';
import { consent } from './consent.tsx';
import { credentials } from './credentials.tsx';
import { developerTerms } from './developer-terms.ts';
import { errors } from './errors.ts';
import { failureReasons } from './failure-reasons.ts';
import { feed } from './feed.tsx';
import { home } from './home.ts';
import { importFaults } from './import-faults.ts';
import { insight } from './insight.tsx';
import { institution } from './institution.tsx';
import { institutionDataPoints } from './institution-data-points.tsx';
import { institutionLook } from './institution-look.tsx';
import { institutionMails } from './institution-mails.tsx';
import { institutionPolicies } from './institution-policies.tsx';
import { institutionTerms } from './institution-terms.tsx';
import { integration } from './integration.tsx';
import { layout } from './layout.tsx';
import { lifecycle } from './lifecycle.tsx';
import { logoProblems } from './logo-problems.ts';
import { notices } from './notices.ts';
import { notifications } from './notifications.tsx';
import { password } from './password.ts';
import { passwordReset } from './password-reset.ts';
import { playground } from './playground.tsx';
import { portal } from './portal.tsx';
import { portalFields } from './portal-fields.tsx';
import { people } from './people.tsx';
import { peopleImport } from './people-import.ts';
import { resubmit } from './resubmit.ts';
import { review } from './review.tsx';
import { sandbox } from './sandbox.tsx';
import { secretLeaks } from './secret-leaks.tsx';
import { signIn } from './sign-in.ts';
import { team } from './team.tsx';
import { time } from './time.ts';

export const hindi: typeof english = {
  account,
  activity,
  audit,
  components,
  consent,
  credentials,
  developerTerms,
  errors,
  failureReasons,
  feed,
  home,
  importFaults,
  insight,
  institution,
  institutionDataPoints,
  institutionLook,
  institutionMails,
  institutionPolicies,
  institutionTerms,
  integration,
  layout,
  lifecycle,
  logoProblems,
  notices,
  notifications,
  password,
  passwordReset,
  playground,
  portal,
  portalFields,
  people,
  peopleImport,
  resubmit,
  review,
  sandbox,
  secretLeaks,
  signIn,
  team,
  time,
};
