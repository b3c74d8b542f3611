import { bareNodeHttp } from './bare-node-http.ts';
import { betterAuth } from './better-auth.ts';
import type { Contender } from './contender.ts';
import { djangoOauthToolkit } from './django-oauth-toolkit.ts';
import { glewlwyd } from './glewlwyd.ts';
import { nodeOauth2Server } from './node-oauth2-server.ts';
import { oidcProvider } from './oidc-provider.ts';
import { omniportPostgres, omniportSqlite } from './omniport.ts';

/** In the order of measuring: the limit first, ours next to what it is compared with. */
export const ALL_CONTENDERS: readonly Contender[] = [
  bareNodeHttp,
  omniportSqlite,
  omniportPostgres,
  oidcProvider,
  betterAuth,
  nodeOauth2Server,
  djangoOauthToolkit,
  glewlwyd,
];
