import { describe, expect, it } from 'vitest';

import { messages } from '../pages/messages/messages.ts';
import { displayedError } from './displayed-error.ts';

const english = messages('en');

describe('a displayed error of the authorise page', () => {
  it.each(['client-in-review', 'client-rejected', 'client-suspended'] as const)(
    '%s names the app and the institution',
    (type) => {
      const { title, explanation } = displayedError(
        { type, clientName: 'Library' },
        english,
        'IITR',
      );
      expect(title).toContain('Library');
      expect(explanation).toContain('IITR');
    },
  );

  it('shows the redirect URI to correct, shortened', () => {
    const redirectUri = `https://evil.example/${'a'.repeat(5000)}`;
    const { details } = displayedError(
      { type: 'redirect-uri-mismatch', clientName: 'Library', redirectUri },
      english,
      'IITR',
    );
    expect(details).toEqual([{ label: 'Redirect URI', value: `${redirectUri.slice(0, 300)}…` }]);
  });
});
