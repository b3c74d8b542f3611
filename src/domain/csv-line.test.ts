import { describe, expect, it } from 'vitest';
import { csvLine } from './csv-line.ts';

describe('a line of CSV', () => {
  it('separates values by commas and ends with CRLF', () => {
    expect(csvLine(['a', 7, null, 'd e'])).toBe('a,7,,d e\r\n');
  });

  it('quotes what would be read as more than one value', () => {
    expect(csvLine(['a,b', 'say "x"', 'two\nlines'])).toBe('"a,b","say ""x""","two\nlines"\r\n');
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1+1',
    '=HYPERLINK("https://evil.example","x")',
  ])('lets no spreadsheet run %j', (text) => {
    expect(csvLine([text])).toMatch(/^"?'/u);
  });

  it('leaves numbers alone, and texts that only contain such characters', () => {
    expect(csvLine([-1, 'a=b', 'x@y.example'])).toBe('-1,a=b,x@y.example\r\n');
  });
});
