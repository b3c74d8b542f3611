import type { PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import { Layout, type LayoutProps } from '../layout.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

/** The parts of the institution's settings, in the order of the list beside every page. */
export const SECTIONS = [
  { section: 'overview', path: '/institution' },
  { section: 'look', path: '/institution/look' },
  { section: 'terms', path: '/institution/terms' },
  { section: 'mails', path: '/institution/mails' },
  { section: 'dataPoints', path: '/institution/data-points' },
  { section: 'policies', path: '/institution/policies' },
  { section: 'history', path: '/institution/history' },
] as const satisfies readonly {
  readonly section: keyof Messages['institution']['sections'];
  readonly path: string;
}[];
export type Section = (typeof SECTIONS)[number]['section'];

export interface InstitutionFrameProps extends Pick<LayoutProps, 'modules'> {
  readonly frame: PageFrame;
  readonly section: Section;
  readonly title: string;
  /** The heading, and what goes above both columns. */
  readonly heading: JSX.Element;
}

/** A page of the institution's settings: the list of parts on its side, the part itself beside it. */
export function InstitutionFrame(props: PropsWithChildren<InstitutionFrameProps>): JSX.Element {
  const { frame, section, title, heading, children } = props;
  const text = messages(frame.language).institution;
  return (
    <Layout frame={frame} title={title} width="wide" modules={props.modules ?? []}>
      {heading}
      <div class="dashboard">
        <nav class="dashboard-parts" aria-label={text.sectionsLabel}>
          <ul class="dashboard-parts-list">
            {SECTIONS.map((one) => (
              <li>
                <a href={one.path} aria-current={one.section === section ? 'page' : undefined}>
                  {text.sections[one.section]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="dashboard-cards">{children}</div>
      </div>
    </Layout>
  );
}
