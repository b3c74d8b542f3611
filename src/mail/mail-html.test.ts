import { describe, expect, it } from 'vitest';

import { mailHtml } from './mail-html.ts';

const look = {
  language: 'en',
  institution: 'A & B <Institute>',
  accent: '#00703c',
  logo: null,
} as const;

describe('a mail as HTML', () => {
  it('stands under the institution’s name, logo and colour', () => {
    const html = mailHtml('Hello.', { ...look, logo: 'https://auth.example.edu/media/l.png' });
    expect(html).toContain('A &amp; B &lt;Institute&gt;</p>');
    expect(html).toContain('src="https://auth.example.edu/media/l.png" alt=""');
    expect(html).toContain('border-top:4px solid #00703c');
    expect(mailHtml('Hello.', look)).not.toContain('<img');
  });

  it('reads nothing in the text as HTML', () => {
    const html = mailHtml('<script>alert(1)</script>\n\n> <b>"quoted"</b> & more', look);
    expect(html).not.toMatch(/<script|<b>/u);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('&lt;b&gt;&quot;quoted&quot;&lt;/b&gt; &amp; more</blockquote>');
  });

  it('makes a link of a line that is an address, and of no other', () => {
    const html = mailHtml(
      'Your app:\nhttps://auth.example.edu/a?b=1&c="\n\nnot https://evil.example/ this\njavascript:alert(1)',
      look,
    );
    expect(html.match(/<a /gu)).toHaveLength(1);
    expect(html).toContain('href="https://auth.example.edu/a?b=1&amp;c=&quot;"');
  });
});
