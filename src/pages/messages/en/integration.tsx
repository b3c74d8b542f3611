import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** How an app is put into code. */
export const integration = {
  title: 'Integrate',
  lead: (app: string): string =>
    `Sign people in with ${app}: these snippets hold its own client ID and redirect URI.`,
  secret: (variable: Child): JSX.Element => (
    <>The client secret is never shown here: put it into the environment variable {variable}.</>
  ),
  liveWaits: 'Live works once the app is approved. Until then use the sandbox: it works at once.',
  redirectUri: (uri: Child): JSX.Element => (
    <>
      People come back to {uri}, the first of the app’s redirect URIs. If you use another, change it
      everywhere.
    </>
  ),
  byHand: (playground: Child): JSX.Element => (
    <>To see each request and answer first, run the flow by hand in the {playground}.</>
  ),
  playground: 'playground',
  snippets: 'Snippets',
  about: {
    'curl.sh': 'The three steps by hand, to see what goes over the wire.',
    'passport.mjs': 'A whole Express app.',
    'auth-js.mjs': 'A provider for Next.js, SvelteKit, Express and others.',
    'openid-client.mjs': 'For any JavaScript server, with PKCE.',
    'authlib.py': 'A whole Flask app in Python.',
    'django-allauth.py': 'A provider of its own.',
    'spring.yml': 'Configuration of Spring Security.',
    'flutter.dart': 'An app on a phone: public, with PKCE.',
  },
  code: (library: string): string => `Code for ${library}`,
};
