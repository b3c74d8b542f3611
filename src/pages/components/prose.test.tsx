import { describe, expect, it } from 'vitest';

import { Prose } from './prose.tsx';

const html = async (text: string): Promise<string> => (await Prose({ text })).toString();

describe('a text of the institution', () => {
  it('has paragraphs, headings and lists', async () => {
    expect(await html('Be fair.\nAlways.\n\n## Rules\n- No spam.\n- No noise.\nThat is all.')).toBe(
      '<div class="prose-text"><p>Be fair.<br/>Always.</p><h2>Rules</h2>' +
        '<ul><li>No spam.</li><li>No noise.</li></ul><p>That is all.</p></div>',
    );
  });

  it('makes links of https addresses, without what follows them', async () => {
    expect(await html('See https://a.example/rules?x=1&y=2. Or (https://b.example).')).toBe(
      '<div class="prose-text"><p>See <a href="https://a.example/rules?x=1&amp;y=2">' +
        'https://a.example/rules?x=1&amp;y=2</a>. Or (<a href="https://b.example">' +
        'https://b.example</a>).</p></div>',
    );
  });

  it('says everything else as it stands', async () => {
    const said = await html('<script>alert(1)</script>\n# \n- \nhttp://c.example data:text/html,x');
    expect(said).not.toContain('<script');
    expect(said).not.toContain('<a ');
    expect(said).not.toContain('<h2>');
    expect(said).toContain('&lt;script&gt;');
  });
});
