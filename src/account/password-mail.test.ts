import { describe, expect, it } from 'vitest';

import { duration } from './password-mail.ts';

describe('how long a link works', () => {
  it.each([
    [1800, '30 minutes'],
    [60, '1 minute'],
    [3600, '1 hour'],
    [5400, '90 minutes'],
    [259_200, '3 days'],
    [45, '45 seconds'],
  ])('%i seconds is told as %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});
