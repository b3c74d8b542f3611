import { describe, expect, it } from 'vitest';

import { readableLine } from './readable-line.ts';

describe('a line of the log for a person', () => {
  it('begins with time, level and message', () => {
    const json = '{"level":"info","time":"2026-11-24T13:36:18.744Z","port":8000,"msg":"listening"}';
    expect(readableLine(json)).toBe('13:36:18 info  listening port=8000\n');
  });

  it('quotes what has spaces, and leaves a stack its lines', () => {
    const json = JSON.stringify({
      level: 'error',
      time: '2026-11-24T13:36:18.744Z',
      subject: 'Choose a new password',
      error: 'Error: x\n    at y',
      msg: 'failed',
    });
    expect(readableLine(json)).toBe(
      '13:36:18 error failed subject="Choose a new password" error=Error: x\n    at y\n',
    );
  });

  it.each([
    [undefined, ''],
    [null, ' a=null'],
    [{ b: 1 }, ' a={"b":1}'],
    ['', ' a=""'],
  ])('shows %j', (a, expected) => {
    const json = JSON.stringify({ level: 'warn', time: '2026-11-24T00:00:00.000Z', msg: 'm', a });
    expect(readableLine(json)).toBe(`00:00:00 warn  m${expected}\n`);
  });
});
