import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Language } from '../../domain/language.ts';
import type { MailKind } from '../../domain/mail-wording.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { InstitutionFrame } from './frame.tsx';

export interface MailsPageProps {
  readonly frame: PageFrame;
  readonly mails: readonly {
    readonly kind: MailKind;
    /** Whether the words are the institution's own. */
    readonly isOwn: Readonly<Record<Language, boolean>>;
  }[];
}

/** What a mail in a situation is called. */
export function mailName(kind: MailKind, text: Messages['institutionMails']): string {
  return kind.flags.reduce(
    (name, flag) => text.situation(name, text.flags[flag]),
    text.types[kind.type],
  );
}

/** Every mail in every situation, with whose words it has. */
export function MailsPage({ frame, mails }: MailsPageProps): JSX.Element {
  const text = messages(frame.language).institutionMails;
  const languages = { en: text.english, hi: text.hindi };
  return (
    <InstitutionFrame
      frame={frame}
      section="mails"
      title={text.title}
      heading={<PageHeading title={text.title} lead={text.lead} />}
    >
      <Card>
        <DataTable
          caption={text.title}
          columns={[text.title, text.english, text.hindi]}
          rows={mails.map(({ kind, isOwn }) => {
            const name = mailName(kind, text);
            return [
              name,
              ...(['en', 'hi'] as const).map((language) => (
                <span class="mail-kind">
                  <a class="inline-link" href={`/institution/mails/${kind.kind}/${language}`}>
                    {text.changeWords}
                    <span class="visually-hidden">
                      {' '}
                      {text.whichMail(name, languages[language])}
                    </span>
                  </a>
                  {isOwn[language] ? <Badge tone="accent">{text.ownWords}</Badge> : null}
                </span>
              )),
            ];
          })}
        />
      </Card>
    </InstitutionFrame>
  );
}
