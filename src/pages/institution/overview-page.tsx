import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Instant } from '../../domain/clock.ts';
import type { HexColour } from '../../domain/settings.ts';
import { Card } from '../components/card.tsx';
import { Moment } from '../components/moment.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { InstitutionFrame, SECTIONS, type Section } from './frame.tsx';
import { Swatch } from './swatch.tsx';

export interface OverviewPageProps {
  readonly frame: PageFrame;
  /** On light and on dark ground. */
  readonly colours: readonly [light: HexColour, dark: HexColour];
  readonly hasOwnTerms: { readonly en: boolean; readonly hi: boolean };
  readonly ownMailTexts: number;
  readonly dataPoints: { readonly all: number; readonly own: number };
  /** A line for each policy: `An access token works for 10 hours`. */
  readonly policies: readonly string[];
  readonly lastChange: { readonly who: string | null; readonly at: Instant } | null;
}

/** Everything maintainers decide, with what holds now. */
export function OverviewPage(props: OverviewPageProps): JSX.Element {
  const { frame } = props;
  const text = messages(frame.language).institution;
  return (
    <InstitutionFrame
      frame={frame}
      section="overview"
      title={text.title}
      heading={<PageHeading title={text.title} lead={text.lead} />}
    >
      <Card>
        <ul class="row-list">
          {SECTIONS.map(({ section, path }) =>
            section === 'overview' ? null : (
              <li class="row row-link">
                <div class="row-text">
                  <h2 class="row-title">
                    <a class="row-target" href={path}>
                      {text.sections[section]}
                    </a>
                  </h2>
                  <p class="muted">{text.overview[section]}</p>
                  <Summary {...props} section={section} />
                </div>
              </li>
            ),
          )}
        </ul>
      </Card>
    </InstitutionFrame>
  );
}

function Summary(
  props: OverviewPageProps & { readonly section: Exclude<Section, 'overview'> },
): JSX.Element {
  const { frame } = props;
  const text = messages(frame.language).institution;
  const words = (own: boolean): string => (own ? text.ownText : text.productText);
  switch (props.section) {
    case 'look':
      return (
        <p class="summary-line">
          <bdi>{frame.institution}</bdi>
          {props.colours.map((colour) => (
            <Swatch colour={colour} />
          ))}
        </p>
      );
    case 'terms':
      return <p>{text.termsSummary(words(props.hasOwnTerms.en), words(props.hasOwnTerms.hi))}</p>;
    case 'mails':
      return <p>{text.mailsSummary(props.ownMailTexts)}</p>;
    case 'dataPoints':
      return <p>{text.dataPointsSummary(props.dataPoints.all, props.dataPoints.own)}</p>;
    case 'policies':
      return (
        <ul class="plain-list">
          {props.policies.map((policy) => (
            <li>{policy}</li>
          ))}
        </ul>
      );
    case 'history':
      return (
        <p>
          {props.lastChange === null
            ? text.neverChanged
            : text.lastChange(
                <bdi>{props.lastChange.who ?? text.commandLine}</bdi>,
                <Moment at={props.lastChange.at} frame={frame} />,
              )}
        </p>
      );
  }
}
