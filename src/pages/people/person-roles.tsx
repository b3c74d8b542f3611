import type { JSX } from 'hono/jsx/jsx-runtime';

import { Badge, type BadgeTone } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { DateField } from '../components/date-field.tsx';
import { PostForm } from '../components/post-form.tsx';
import { SelectField } from '../components/select-field.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

export interface HeldRole {
  readonly role: string;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly state: keyof Messages['people']['roleStates'];
}

type RoleProblem = keyof Messages['people']['roleProblems'];

/** As typed, and what is wrong with it. */
export interface RoleFormState {
  readonly role: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly problems: Readonly<Partial<Record<'role' | 'startDate' | 'endDate', RoleProblem>>>;
  /** Roles to choose from. */
  readonly roles: readonly string[];
}

/** The roles of a person, each with a way to end it, and a form for another one. */
export function PersonRoles(props: {
  readonly frame: PageFrame;
  readonly person: { readonly id: number; readonly roles: readonly HeldRole[] };
  readonly form: RoleFormState;
}): JSX.Element {
  const { frame, person, form } = props;
  const text = messages(frame.language).people;
  const { role, from, to, state, action } = text.roleColumns;
  const error = (name: keyof RoleFormState['problems']): string | undefined => {
    const problem = form.problems[name];
    return problem === undefined ? undefined : text.roleProblems[problem];
  };
  return (
    <Card title={text.rolesTitle} summary={text.rolesSummary} id="roles">
      {person.roles.length === 0 ? (
        <p class="muted">{text.noRoles}</p>
      ) : (
        <DataTable
          caption={text.rolesCaption}
          columns={[role, from, to, state, action]}
          rows={person.roles.map((held) => [
            held.role,
            held.startDate,
            held.endDate ?? text.noEnd,
            <Badge tone={TONES[held.state]}>{text.roleStates[held.state]}</Badge>,
            held.state === 'HAS_BEEN_ACTIVE' ? (
              ''
            ) : (
              <PostForm
                action={`/people/${person.id}/roles/end`}
                csrfToken={frame.csrfToken}
                layout="inline"
              >
                <input type="hidden" name="role" value={held.role} />
                <Button variant="quiet" context={held.role}>
                  {text.endRole}
                </Button>
              </PostForm>
            ),
          ])}
        />
      )}
      <PostForm action={`/people/${person.id}/roles`} csrfToken={frame.csrfToken} checkedByServer>
        <fieldset class="fieldset">
          <legend class="field-label">{text.giveRole}</legend>
          <p class="field-hint">{text.giveRoleHint}</p>
          <div class="role-form">
            <SelectField
              name="role"
              label={role}
              value={form.role}
              error={error('role')}
              options={form.roles.map((one) => ({ value: one, label: one }))}
            />
            <DateField
              name="start_date"
              label={text.from}
              hint={text.fromHint}
              value={form.startDate}
              error={error('startDate')}
            />
            <DateField
              name="end_date"
              label={text.to}
              hint={text.toHint}
              value={form.endDate}
              error={error('endDate')}
            />
            <div>
              <Button>{text.giveRole}</Button>
            </div>
          </div>
        </fieldset>
      </PostForm>
    </Card>
  );
}

const TONES: Readonly<Record<HeldRole['state'], BadgeTone>> = {
  IS_ACTIVE: 'success',
  HAS_BEEN_ACTIVE: 'neutral',
  WILL_BE_ACTIVE: 'waiting',
};
