import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button } from '../components/button.tsx';
import { dayText } from '../components/moment.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PostForm } from '../components/post-form.tsx';
import { SelectField } from '../components/select-field.tsx';
import { PasswordField } from '../components/text-field.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import { teamErrors, teamFieldIds, type TeamForms } from './team-forms.ts';
import type { TeamView } from './team-view.ts';

interface SuccessionProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly team: TeamView;
  readonly forms: TeamForms;
}

/** That nobody looks after the app, or soon will not. Posts to `team/take-over`. */
export function OwnershipBanner({
  frame,
  app,
  team,
}: Pick<SuccessionProps, 'frame' | 'app' | 'team'>): JSX.Element {
  const text = messages(frame.language).team;
  const { ownership } = team;
  switch (ownership.type) {
    case 'owned':
      return <></>;
    case 'ends':
      return (
        <Banner type="information" title={text.endsTitle}>
          <p>{text.ends(dayText(ownership.lastDay, frame.language))}</p>
          <p>
            {ownership.successor === undefined
              ? text.endsWithoutSuccessor
              : text.endsWithSuccessor(<bdi>{ownership.successor.name}</bdi>)}
          </p>
        </Banner>
      );
    case 'ownerless': {
      const { nextInLine } = ownership;
      return (
        <Banner type="problem" title={text.ownerlessTitle}>
          <p>{text.ownerless}</p>
          {nextInLine?.accountId === team.viewer ? (
            <>
              <p>{text.youMayTakeOver}</p>
              <PostForm
                action={`/developer/${app.number}/team/take-over`}
                csrfToken={frame.csrfToken}
                layout="inline"
              >
                <Button>{text.takeOver}</Button>
              </PostForm>
            </>
          ) : (
            <p>
              {nextInLine === undefined
                ? text.nobodyMayTakeOver
                : text.mayTakeOver(<bdi>{nextInLine.name}</bdi>)}
            </p>
          )}
        </Banner>
      );
    }
  }
}

/**
 * Who follows, and handing over at once. Posts to `team/successor` (`successor`: an account's id or nothing) and
 * `team/transfer` (`new_owner`, `password`).
 */
export function TeamSuccession(props: SuccessionProps): JSX.Element {
  const { frame, app, team, forms } = props;
  const { team: text, credentials } = messages(frame.language);
  const errors = teamErrors(forms, frame);
  const candidates = team.members.filter(({ role, isHere }) => role !== 'owner' && isHere);
  const others = team.members.filter(
    ({ accountId, isHere }) => accountId !== team.viewer && isHere,
  );
  return (
    <>
      <section class="card-part" aria-labelledby="successor-title">
        <h3 id="successor-title">{text.successorTitle}</h3>
        <p class="muted">{text.successorSummary}</p>
        {candidates.length === 0 ? (
          <p class="muted">
            {others.length === 0 ? text.nobodyToTransferTo : text.noSuccessorPossible}
          </p>
        ) : (
          <PostForm action={`/developer/${app.number}/team/successor`} csrfToken={frame.csrfToken}>
            <SelectField
              name="successor"
              label={text.whoSucceeds}
              error={errors.successor}
              options={[{ value: '', label: text.nobody }, ...candidates.map(memberOption)]}
              value={String(candidates.find(({ isSuccessor }) => isSuccessor)?.accountId ?? '')}
            />
            <div>
              <Button>{text.saveSuccessor}</Button>
            </div>
          </PostForm>
        )}
      </section>
      {others.length === 0 ? null : (
        <details
          class="disclosure"
          open={errors.transfer !== undefined || errors.password !== undefined}
        >
          <summary>{text.transferTitle}</summary>
          <p class="muted">{text.transferSummary}</p>
          <PostForm
            action={`/developer/${app.number}/team/transfer`}
            csrfToken={frame.csrfToken}
            checkedByServer
          >
            <SelectField
              name="new_owner"
              label={text.newOwner}
              error={errors.transfer}
              options={others.map(memberOption)}
              value={forms.transfer.member}
            />
            <PasswordField
              name="password"
              id={teamFieldIds.transferPassword}
              label={credentials.password}
              hint={credentials.passwordHint}
              error={errors.password}
              autocomplete="current-password"
            />
            <div>
              <Button variant="danger">{text.transfer}</Button>
            </div>
          </PostForm>
        </details>
      )}
    </>
  );
}

function memberOption(member: TeamView['members'][number]): {
  readonly value: string;
  readonly label: string;
} {
  const { accountId, name, username } = member;
  return { value: String(accountId), label: username === null ? name : `${name} (${username})` };
}
