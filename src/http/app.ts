import { Hono } from 'hono';
import { maintainersOnly, signedInOnly } from './access.ts';
import { canonicalPathOf } from './canonical-path.ts';
import { membersWho } from './client-permission.ts';
import { protectForms } from './csrf.ts';
import type { ClientEndpoint } from './client-endpoint.ts';
import type { AppDependencies } from './dependencies.ts';
import type { AppEnvironment } from './environment.ts';
import { limitBody } from './limit-body.ts';
import { notFound } from './page-response.tsx';
import { requestContext } from './request-context.ts';
import { securityHeaders } from './security-headers.ts';
import { exportAudit, showAudit, verifyAudit } from './routes/audit.tsx';
import { showActivity } from './routes/account-activity.tsx';
import {
  chooseMails,
  markAllNotificationsRead,
  markNotificationRead,
  showNotifications,
} from './routes/account-notifications.tsx';
import {
  changePassword,
  downloadOwnData,
  endAllAppAccess,
  endAppAccess,
  endOtherSessions,
  endSession,
  showAccount,
} from './routes/account.tsx';
import { answerConsent, showAuthorization } from './routes/authorize.tsx';
import { serveAsset, serveMedia } from './routes/files.ts';
import { showAlive, showReadiness } from './routes/health.ts';
import { showFeed, showHome } from './routes/home.tsx';
import {
  addDataPoint,
  changeDataPoint,
  showAddDataPoint,
  showDataPoint,
  showDataPoints,
} from './routes/institution/data-points.tsx';
import { changeLogo, changeLook, showLook } from './routes/institution/look.tsx';
import { changeMail, showMail, showMails } from './routes/institution/mails.tsx';
import { showInstitution, showSettingsHistory } from './routes/institution/overview.tsx';
import { changePolicy, showPolicies } from './routes/institution/policies.tsx';
import { changeTerms, showTermsSettings } from './routes/institution/terms.tsx';
import { showAppActivity, showIntegration } from './routes/insight.tsx';
import { acceptInvitation, declineInvitation, showInvitation } from './routes/invitations.tsx';
import { chooseLanguage } from './routes/language.ts';
import {
  answerForgotPassword,
  answerResetPassword,
  showForgotPassword,
  showResetPassword,
} from './routes/password-reset.tsx';
import { makePlaygroundSecret, sendStep } from './routes/playground-steps.ts';
import {
  makeAuthorization,
  showCallback,
  showPlayground,
  startAgain,
} from './routes/playground.ts';
import {
  changeAppLogo,
  changeDetails,
  changeUris,
  deleteApp,
  removeAppLogo,
  showOwnApp,
} from './routes/portal-dashboard.tsx';
import {
  attest,
  changeDataPoints,
  retireApp,
  submitRevision,
  takeRevisionBack,
  withdrawRevision,
  writeMessage,
} from './routes/portal-lifecycle.tsx';
import { addSecret, revokeSecret } from './routes/portal-secrets.ts';
import {
  addMember,
  changeRole,
  chooseSuccessor,
  invite,
  removeMember,
  resend,
  revokeInvitation,
  takeOver,
} from './routes/portal-team.tsx';
import { transfer } from './routes/portal-transfer.ts';
import {
  checkImport,
  confirmImport,
  discardImport,
  downloadImportReport,
  limitImport,
  showImport,
  showImportStatus,
} from './routes/people-import.tsx';
import {
  deactivatePerson,
  endRole,
  giveRole,
  reactivatePerson,
  sendPasswordLink,
  showPeople,
  showPerson,
} from './routes/people.tsx';
import { register, showApps, showDeveloperTerms, showRegistration } from './routes/portal.tsx';
import { decideInBulk, showQueue } from './routes/review-queue.tsx';
import { saveDeskSettings, showDeskSettings } from './routes/review-settings.tsx';
import { appoint, decide, showAppForReview, writeToAppTeam } from './routes/review.tsx';
import { answerRevocation } from './routes/revoke.ts';
import {
  refuseLargeReport,
  showSecretLeakForm,
  takeSecretLeakForm,
  takeSecretLeaks,
} from './routes/secret-leaks.tsx';
import { answerSignIn, answerSignOut, showSignIn } from './routes/sign-in.tsx';
import { answerToken } from './routes/token.ts';
import { answerUserData } from './routes/user-data.ts';
import { countUnread, readSession } from './session-cookie.ts';
import { answerUnexpected } from './unexpected-error.ts';

const KIB = 1024;

/** The protocol for clients: no cookies, no forms of ours, every verb. */
export const CLIENT_ENDPOINTS: ReadonlyMap<string, ClientEndpoint> = new Map([
  ['/open_auth/token', answerToken],
  ['/open_auth/revoke_token', answerRevocation],
  ['/open_auth/get_user_data', answerUserData],
]);

/** Every other address we answer. A path is matched without regard to repeated or trailing slashes. */
export function createApp(dependencies: AppDependencies): Hono<AppEnvironment> {
  const app = new Hono<AppEnvironment>({ getPath: canonicalPathOf });
  app.use(requestContext(dependencies), securityHeaders);
  app.onError(answerUnexpected);
  app.notFound(notFound);

  // Files: public, and the same for everybody.
  app.get('/assets/:file', serveAsset);
  app.get('/media/*', serveMedia);
  app.get('/healthz', showAlive);
  app.get('/readyz', showReadiness);
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));

  // For programs that find leaked secrets.
  app.post('/developer/secret-leaks', limitBody(64 * KIB, refuseLargeReport), takeSecretLeaks);

  // Pages for people: a session, and forms that only our own pages may send.
  app.use('/developer/:number/logo', limitBody(3 * KIB * KIB));
  app.use('/institution/logo', limitBody(3 * KIB * KIB));
  app.use('/institution/terms', limitBody(KIB * KIB));
  app.use('/people/import', readSession, limitImport);
  app.use(limitBody(256 * KIB), readSession, protectForms, countUnread);
  app.get('/oauth/authorise', showAuthorization);
  app.post('/oauth/authorise', answerConsent);

  app.get('/', showHome);
  app.get('/auth/login', showSignIn);
  app.post('/auth/login', answerSignIn);
  app.post('/auth/logout', answerSignOut);
  app.get('/auth/forgot-password', showForgotPassword);
  app.post('/auth/forgot-password', answerForgotPassword);
  app.get('/auth/reset-password', showResetPassword);
  app.post('/auth/reset-password', answerResetPassword);
  app.post('/language', chooseLanguage);

  // A person's own pages.
  app.use('/feed', signedInOnly);
  app.get('/feed', showFeed);
  app.use('/account/*', signedInOnly);
  app.get('/account', showAccount);
  app.get('/account/activity', showActivity);
  app.get('/account/notifications', showNotifications);
  app.post('/account/notifications/read', markAllNotificationsRead);
  app.post('/account/notifications/mails', chooseMails);
  app.post('/account/notifications/:number/read', markNotificationRead);
  app.post('/account/data', downloadOwnData);
  app.post('/account/apps/end-all', endAllAppAccess);
  app.post('/account/apps/:number/end', endAppAccess);
  app.post('/account/sessions/end-others', endOtherSessions);
  app.post('/account/sessions/:number/end', endSession);
  app.post('/account/password', changePassword);

  // A developer's apps; each exists for its team only.
  app.get('/terms_of_use/developer', showDeveloperTerms);
  app.get('/developer/secret-leaks', showSecretLeakForm);
  app.post('/developer/secret-leaks/report', takeSecretLeakForm);
  app.use('/developer/*', signedInOnly);
  app.get('/developer', showApps);
  app.get('/developer/add', showRegistration);
  app.post('/developer/add', register);
  app.get('/developer/:number', showOwnApp);
  app.get('/developer/:number/activity', showAppActivity);
  app.get('/developer/:number/integrate', showIntegration);
  const changing = membersWho({ may: 'change' });
  const reviewing = membersWho({ may: 'review' });
  const holdingSecrets = membersWho({ may: 'secrets' });
  const owning = membersWho({ may: 'team' });
  const ending = membersWho({ may: 'end' });
  app.get('/developer/:number/playground', showPlayground);
  app.get('/developer/:number/playground/callback', showCallback);
  app.get('/developer/:number/playground/:step', startAgain);
  app.post('/developer/:number/playground/authorize', makeAuthorization);
  app.post('/developer/:number/playground/secret', holdingSecrets, makePlaygroundSecret);
  app.post('/developer/:number/playground/:step', sendStep);
  app.post('/developer/:number/details', changing, changeDetails);
  app.post('/developer/:number/redirect-uris', changing, changeUris);
  app.post('/developer/:number/data-points', changing, changeDataPoints);
  app.post('/developer/:number/submit', reviewing, submitRevision);
  app.post('/developer/:number/take-back', reviewing, takeRevisionBack);
  app.post('/developer/:number/withdraw', reviewing, withdrawRevision);
  app.post('/developer/:number/messages', reviewing, writeMessage);
  app.post('/developer/:number/attest', reviewing, attest);
  app.post('/developer/:number/retire', ending, retireApp);
  app.post('/developer/:number/secrets/:environment', holdingSecrets, addSecret);
  app.post('/developer/:number/secrets/:secret/revoke', holdingSecrets, revokeSecret);
  app.post('/developer/:number/logo', changing, changeAppLogo);
  app.post('/developer/:number/logo/remove', changing, removeAppLogo);
  app.post('/developer/:number/delete', ending, deleteApp);
  app.post('/developer/:number/team', owning, addMember);
  app.post('/developer/:number/team/invitations', owning, invite);
  app.post('/developer/:number/team/invitations/:invitation/resend', owning, resend);
  app.post('/developer/:number/team/invitations/:invitation/revoke', owning, revokeInvitation);
  app.post('/developer/:number/team/successor', owning, chooseSuccessor);
  app.post('/developer/:number/team/transfer', owning, transfer);
  app.post('/developer/:number/team/take-over', takeOver);
  app.post('/developer/:number/team/:account/role', owning, changeRole);
  app.post('/developer/:number/team/:account/remove', removeMember);
  app.use('/invitations/*', signedInOnly);
  app.get('/invitations/:key', showInvitation);
  app.post('/invitations/:key/accept', acceptInvitation);
  app.post('/invitations/:key/decline', declineInvitation);

  // The review desk; to everybody else it does not exist.
  app.use('/review/*', maintainersOnly);
  app.get('/review', showQueue);
  app.post('/review/bulk', decideInBulk);
  app.get('/review/settings', showDeskSettings);
  app.post('/review/settings', saveDeskSettings);
  app.get('/review/:number', showAppForReview);
  app.post('/review/:number/decision', decide);
  app.post('/review/:number/messages', writeToAppTeam);
  app.post('/review/:number/owner', appoint);

  // What maintainers decide about the institution; to everybody else it does not exist.
  app.use('/institution/*', maintainersOnly);
  app.get('/institution', showInstitution);
  app.get('/institution/look', showLook);
  app.post('/institution/look', changeLook);
  app.post('/institution/logo', changeLogo);
  app.get('/institution/terms', showTermsSettings);
  app.post('/institution/terms', changeTerms);
  app.get('/institution/mails', showMails);
  app.get('/institution/mails/:kind/:language', showMail);
  app.post('/institution/mails/:kind/:language', changeMail);
  app.get('/institution/data-points', showDataPoints);
  app.get('/institution/data-points/add', showAddDataPoint);
  app.post('/institution/data-points/add', addDataPoint);
  app.get('/institution/data-points/:code', showDataPoint);
  app.post('/institution/data-points/:code', changeDataPoint);
  app.get('/institution/policies', showPolicies);
  app.post('/institution/policies/:policy', changePolicy);
  app.get('/institution/history', showSettingsHistory);

  // The institution's people; to everybody else these pages do not exist.
  app.use('/people/*', maintainersOnly);
  app.get('/people', showPeople);
  app.get('/people/import', showImport);
  app.post('/people/import', checkImport);
  app.get('/people/import/status', showImportStatus);
  app.get('/people/import/report.csv', downloadImportReport);
  app.post('/people/import/confirm', confirmImport);
  app.post('/people/import/discard', discardImport);
  app.get('/people/:account', showPerson);
  app.post('/people/:account/deactivate', deactivatePerson);
  app.post('/people/:account/reactivate', reactivatePerson);
  app.post('/people/:account/roles', giveRole);
  app.post('/people/:account/roles/end', endRole);
  app.post('/people/:account/password-link', sendPasswordLink);

  // What was done, by whom; to everybody else it does not exist.
  app.use('/audit/*', maintainersOnly);
  app.get('/audit', showAudit);
  app.post('/audit/verify', verifyAudit);
  app.post('/audit/export', exportAudit);

  return app;
}
