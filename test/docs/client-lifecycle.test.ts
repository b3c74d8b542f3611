import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import {
  CLIENT_STATUSES,
  CLIENT_TRANSITIONS,
  REVISION_TRANSITIONS,
  type Transition,
} from '../../src/domain/client-lifecycle.ts';

const page = readFileSync(
  path.resolve(import.meta.dirname, '../../docs/client-lifecycle.md'),
  'utf8',
);

/** The drawing of a table, as it has to stand in the page. */
function drawing(transitions: readonly Transition<string, string>[]): string {
  const lines = transitions.map(({ from, event, to, by, guard }) => {
    const condition = guard === undefined ? '' : ` [${guard}]`;
    return `  ${state(from)} --> ${state(to)}: ${event} (${by})${condition}`;
  });
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> draft', ...lines, '```'].join('\n');
}

/** Mermaid takes a hyphen for a part of an arrow. */
function state(name: string): string {
  return name.replaceAll('-', '_');
}

function drawn(name: string): string {
  const found = new RegExp(`<!-- drawing: ${name} -->\\n\\n?(.*?)\\n?\\n?<!-- end -->`, 'su').exec(
    page,
  );
  return found?.[1] ?? '';
}

describe('docs/client-lifecycle.md', () => {
  it.each([
    ['client', CLIENT_TRANSITIONS],
    ['revision', REVISION_TRANSITIONS],
  ] as const)('draws the table of the %s as it is', (name, transitions) => {
    expect(drawn(name)).toBe(drawing(transitions));
  });

  it('explains every status', () => {
    for (const status of CLIENT_STATUSES) expect(page).toContain(`**${status}**`);
  });
});
