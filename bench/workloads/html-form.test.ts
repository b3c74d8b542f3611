import { describe, expect, it } from 'vitest';

import { formOf } from './html-form.ts';

const page = (body: string) => ({ status: 200, head: '', body });

describe('a form as a browser sends it back', () => {
  const body = `<form action="/other"><input type="hidden" name="x" value="1"></form>
    <form method="post" action="/oauth/authorise?a=1&amp;b=2">
      <input type="hidden" name="csrf_token" value="t&quot;o"/>
      <input type="hidden" name="claim" value="person.full_name"><input type="text" name="typed" value="no">
      <input type="hidden" name="claim" value="person.roles"><button name="decision" value="allow">Allow</button>
    </form>`;

  it('has its address and its hidden fields, in order', () => {
    expect(formOf(page(body), 'value="allow"')).toEqual({
      action: '/oauth/authorise?a=1&b=2',
      fields: [
        ['csrf_token', 't"o'],
        ['claim', 'person.full_name'],
        ['claim', 'person.roles'],
      ],
    });
  });

  it('is refused when the page has none, or is no page', () => {
    expect(() => formOf(page('<p>Sign in'), 'value="allow"')).toThrow(
      'Expected a page with the form',
    );
    expect(() => formOf({ ...page(body), status: 500 }, 'value="allow"')).toThrow('500');
  });
});
