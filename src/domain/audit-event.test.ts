import { describe, expect, it } from 'vitest';
import { auditEventText, canonicalJson, FIRST_PREVIOUS_HASH } from './audit-event.ts';
import { instant } from './clock.ts';

describe('canonical JSON', () => {
  it('has no spaces, and members in the order of their names at every depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe(
      '{"a":"x","b":[{"c":null,"d":1}]}',
    );
  });

  it('is the same however the value was put together', () => {
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  });
});

describe('the text an audit event is hashed as', () => {
  it('holds everything but the hash itself, after the hash before', () => {
    const text = auditEventText({
      seq: 1,
      at: instant(5),
      actor: { id: 7, name: 'Kabir' },
      action: 'client.approved',
      subject: { type: 'client', id: '3', label: 'Library' },
      details: { revision: 2 },
      previousHash: FIRST_PREVIOUS_HASH,
    });
    expect(text).toBe(
      `${'0'.repeat(64)}\n{"action":"client.approved","actor":{"id":7,"name":"Kabir"},"at":5,` +
        '"details":{"revision":2},"seq":1,"subject":{"id":"3","label":"Library","type":"client"}}',
    );
  });
});
