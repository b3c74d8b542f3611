import type { JSX } from 'hono/jsx/jsx-runtime';

import { LinkButton } from '../components/button.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { AppNavigation } from '../insight/app-navigation.tsx';
import { Layout } from '../layout.tsx';
import { messages } from '../messages/messages.ts';
import { SandboxMark } from '../sandbox/sandbox-mark.tsx';
import { AuthorizationCard } from './authorization-card.tsx';
import { ExchangeCard } from './exchange-card.tsx';
import { NextSteps } from './next-steps.tsx';
import type { PlaygroundPageProps } from './playground-view.ts';
import { SecretCard } from './secret-card.tsx';
import { StepList } from './step-list.tsx';

/**
 * The flow step by step, against the sandbox of one's own app. Posts to `playground/authorize`, `playground/<step>`
 * and `playground/secret` of the app; every form carries what the run knows (`RunValues`).
 */
export function PlaygroundPage(props: PlaygroundPageProps): JSX.Element {
  const { frame, app, present, exchange } = props;
  const text = messages(frame.language).playground;
  return (
    <Layout
      frame={frame}
      title={`${text.title}: ${app.name}`}
      width="wide"
      modules={['copy-button.js', 'reveal-password.js']}
    >
      <PageHeading
        back={{ href: `/developer/${app.number}`, label: app.name }}
        title={text.title}
        lead={text.lead(app.name)}
        aside={
          exchange === null ? undefined : (
            <LinkButton href={`/developer/${app.number}/playground`}>{text.startAgain}</LinkButton>
          )
        }
      />
      <AppNavigation number={app.number} present="playground" />
      <SandboxMark />
      <StepList present={present} />
      {props.problem === null ? null : (
        <Banner type="problem" live>
          {text.problems[props.problem.code]}
        </Banner>
      )}
      {exchange === null ? null : (
        <ExchangeCard frame={frame} exchange={exchange} openAt={props.openAt} app={app} />
      )}
      {props.madeSecret === null ? null : <SecretCard {...props} />}
      {props.authorization === null ? null : (
        <AuthorizationCard {...props} authorization={props.authorization} />
      )}
      <NextSteps {...props} />
      {props.madeSecret === null ? <SecretCard {...props} /> : null}
    </Layout>
  );
}
