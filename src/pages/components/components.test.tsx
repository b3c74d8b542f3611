import type { JSX } from 'hono/jsx/jsx-runtime';
import { describe, expect, it } from 'vitest';

import { addSeconds, instant } from '../../domain/clock.ts';
import { Avatar } from './avatar.tsx';
import { CheckboxField, RadioGroup } from './choice-field.tsx';
import { DataTable } from './data-table.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { fieldId } from './field-wiring.tsx';
import { relativeTime, waitingTime } from './moment.tsx';
import { TextArea, TextField } from './text-field.tsx';

const render = async (element: JSX.Element): Promise<string> => (await element).toString();

describe('a field', () => {
  it('is read aloud with its hint and its error (WCAG 1.3.1, 3.3.1)', async () => {
    const html = await render(
      <TextField name="app.name" label="Name" hint="Short." error="Missing." describedBy="more" />,
    );
    expect(html).toContain('<label class="field-label" for="app-name">Name</label>');
    expect(html).toContain('id="app-name" aria-describedby="app-name-hint app-name-error more"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toMatch(/id="app-name-error">.*Missing\./su);
  });

  it('is not marked as wrong while nothing is', async () => {
    const html = await render(<TextField name="name" label="Name" />);
    expect(html).not.toContain('aria-');
  });

  it('is where the error summary leads to', async () => {
    const summary = await render(
      <ErrorSummary problems={[{ fieldId: fieldId('app.name'), message: 'Missing.' }]} />,
    );
    expect(summary).toContain('<a href="#app-name">Missing.</a>');
    expect(await render(<ErrorSummary problems={[]} />)).toBe('');
  });

  it('keeps a text that starts with a line break', async () => {
    const html = await render(<TextArea name="text" label="Text" value={'\nsecond'} />);
    // HTML drops the first line break after the tag.
    expect(html).toContain('>\n\nsecond</textarea>');
  });
});

describe('choices', () => {
  it('with the same name have ids of their own', async () => {
    const html = await render(
      <>
        <CheckboxField name="claim" value="person.roles" label="Roles" checked />
        <CheckboxField name="claim" value="person.full_name" label="Full name" />
      </>,
    );
    expect(html).toContain('id="claim-person-roles"');
    expect(html).toContain('id="claim-person-full-name"');
    expect(html.match(/ checked/gu)).toHaveLength(1);
  });

  it('of one question start with the id of the field', async () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];
    const html = await render(
      <RadioGroup name="kind" label="Kind" options={options} value="b" error="Choose." />,
    );
    expect(html).toContain(
      '<fieldset class="fieldset" id="kind-group" aria-describedby="kind-group-error">',
    );
    expect(html).toMatch(/id="kind"[^>]*value="a"/u);
    expect(html).toMatch(/id="kind-b"[^>]*value="b" checked/u);
  });
});

describe('a table', () => {
  it('tells each cell which column it is of, for phones', async () => {
    const html = await render(
      <DataTable caption="Apps" columns={['App', 'Since']} rows={[['Desk', 'today']]} />,
    );
    expect(html).toContain('<th scope="row" role="rowheader">Desk</th>');
    expect(html).toMatch(/<span class="cell-label" aria-hidden="true">Since<\/span><div>today/u);
  });
});

describe('initials', () => {
  it.each([
    ['Asha Verma', 'AV'],
    ['asha', 'A'],
    ['Dr. Meera K. Nair', 'DN'],
    ['अशोक वर्मा', 'अव'],
    ['𝒜sha 𝒱erma', '𝒜𝒱'],
    ['', '?'],
    ['<>', '?'],
  ])('of %s: %s', async (name, initials) => {
    expect(await render(<Avatar name={name} src={null} />)).toContain(`>${initials}</span>`);
  });
});

describe('time in words', () => {
  const frame = {
    now: instant(Date.UTC(2026, 10, 24, 20, 0)),
    timeZone: 'Asia/Kolkata',
    language: 'en',
  } as const;
  const minute = 60;
  const day = 24 * 60 * minute;

  it.each([
    [0, 'just now'],
    [59, 'just now'],
    [minute, '1 minute ago'],
    [59 * minute, '59 minutes ago'],
    [119 * minute, '1 hour ago'],
    [day, '1 day ago'],
    [29 * day, '29 days ago'],
    // In Kolkata it is the 25th already.
    [30 * day, 'on 26 October 2026'],
    [-5, 'just now'],
  ])('%d seconds back: %s', (seconds, words) => {
    expect(relativeTime(addSeconds(frame.now, -seconds), frame)).toBe(words);
  });

  it.each([
    [-1, 'a minute'],
    [60, 'a minute'],
    [61, '2 minutes'],
    [90 * minute, '90 minutes'],
    [91 * minute, '2 hours'],
  ])('%d seconds to wait: %s', (seconds, words) => {
    expect(waitingTime(addSeconds(frame.now, seconds), frame)).toBe(words);
  });
});
