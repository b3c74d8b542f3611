import { describe, expect, it } from 'vitest';

import { canonicalPathOf } from './canonical-path.ts';

describe('the path a request is routed by', () => {
  it.each([
    ['http://h/', '/'],
    ['http://h//', '/'],
    ['http://h/open_auth/token', '/open_auth/token'],
    ['http://h/open_auth/token/', '/open_auth/token'],
    ['http://h/open_auth/token/?', '/open_auth/token'],
    ['http://h/oauth/authorise?redirect_uri=https://a//b/', '/oauth/authorise'],
    ['http://h//media//kernel/x.png', '/media/kernel/x.png'],
  ])('%s → %s', (url, path) => {
    expect(canonicalPathOf({ url } as Request)).toBe(path);
  });
});
