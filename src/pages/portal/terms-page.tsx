import type { JSX } from 'hono/jsx/jsx-runtime';

import { Card } from '../components/card.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Prose } from '../components/prose.tsx';
import { Layout } from '../layout.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

/** The developer terms of use. Public: to be read before one has an app. */
export function TermsPage({
  frame,
  ownText,
}: {
  readonly frame: PageFrame;
  /** The institution's own terms; null: ours. */
  readonly ownText: string | null;
}): JSX.Element {
  if (ownText !== null) return <OwnTerms frame={frame} text={ownText} />;
  const text = messages(frame.language).developerTerms;
  return (
    <Layout frame={frame} title={text.title}>
      <PageHeading title={text.title} lead={text.lead} />
      <Card>
        <div class="terms">
          {text.sections(frame.institution).map((section, index) => (
            <section class="terms-section">
              <h2>
                {index + 1}. {section.title}
              </h2>
              <ul class="terms-rules">
                {section.rules.map((rule) => (
                  <li>{rule}</li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Card>
    </Layout>
  );
}

function OwnTerms(props: { readonly frame: PageFrame; readonly text: string }): JSX.Element {
  const title = messages(props.frame.language).layout.developerTerms;
  return (
    <Layout frame={props.frame} title={title}>
      <PageHeading title={title} />
      <Card>
        <Prose text={props.text} />
      </Card>
    </Layout>
  );
}
