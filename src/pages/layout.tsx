import type { PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import { InstitutionMark } from './components/avatar.tsx';
import { Button } from './components/button.tsx';
import { NoticeBanner } from './components/notice-banner.tsx';
import { PostForm } from './components/post-form.tsx';
import { LANGUAGE_NAMES } from './messages/language.ts';
import { messages, PageLanguage } from './messages/messages.ts';
import type { AssetName, PageFrame } from './page-frame.ts';

export interface LayoutProps {
  readonly frame: PageFrame;
  /** What the page is; the institution's name is added to it. */
  readonly title: string;
  /**
   * - `regular`: lists, forms and details;
   * - `narrow`: one thing to do, in the middle of the page: sign in, a message;
   * - `wide`: tables and two columns.
   */
  readonly width?: 'regular' | 'narrow' | 'wide';
  /** One decision and nothing to wander off to: no navigation. */
  readonly focused?: boolean;
  /** Client modules of this page. */
  readonly modules?: readonly Extract<AssetName, `${string}.js`>[];
}

/** The whole document but for its doctype, around a page's content, which starts with an `<h1>`. */
export function Layout(props: PropsWithChildren<LayoutProps>): JSX.Element {
  const { frame } = props;
  return (
    <PageLanguage.Provider value={frame.language}>
      <Document {...props} />
    </PageLanguage.Provider>
  );
}

function Document(props: PropsWithChildren<LayoutProps>): JSX.Element {
  const { frame } = props;
  const text = messages(frame.language).layout;
  return (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${props.title} · ${frame.institution}`}</title>
        <link rel="icon" href={frame.assets['favicon.svg']} type="image/svg+xml" />
        <link rel="stylesheet" href={frame.assets['styles.css']} />
        {frame.brand.theme === null ? null : <link rel="stylesheet" href={frame.brand.theme} />}
        {['submit-once.js' as const, ...(props.modules ?? [])].map((name) => (
          <script type="module" src={frame.assets[name]}></script>
        ))}
      </head>
      <body>
        <a class="skip-link" href="#main">
          {text.skipToContent}
        </a>
        <Header frame={frame} focused={props.focused === true} />
        <main id="main" class={`main main-${props.width ?? 'regular'}`} tabindex={-1}>
          {frame.notice === null ? null : <NoticeBanner notice={frame.notice} />}
          {props.children}
        </main>
        <footer class="footer">
          <div class="footer-inner">
            <p>{text.runBy(frame.institution)}</p>
            <Contact frame={frame} />
            {props.focused === true ? null : (
              <p>
                <a href="/terms_of_use/developer">{text.developerTerms}</a>
              </p>
            )}
            <LanguageChoice frame={frame} />
          </div>
        </footer>
      </body>
    </html>
  );
}

function Header({
  frame,
  focused,
}: {
  readonly frame: PageFrame;
  readonly focused: boolean;
}): JSX.Element {
  const brand = (
    <>
      <InstitutionMark name={frame.institution} logo={frame.brand.logo} />
      <span class="brand-name">{frame.institution}</span>
    </>
  );
  return (
    <header class="header">
      <div class="header-inner">
        {focused ? (
          <p class="brand">{brand}</p>
        ) : (
          <a class="brand" href="/">
            {brand}
          </a>
        )}
        {focused ? null : <Navigation frame={frame} />}
      </div>
    </header>
  );
}

function Contact({ frame }: { readonly frame: PageFrame }): JSX.Element | null {
  const { contact } = frame.brand;
  if (contact === null) return null;
  const link = <a href={contact.href}>{contact.label}</a>;
  return <p>{messages(frame.language).layout.contact(link)}</p>;
}

/** Also on a page with one decision: nobody should decide on what they cannot read. */
function LanguageChoice({ frame }: { readonly frame: PageFrame }): JSX.Element {
  return (
    <PostForm action="/language" csrfToken={frame.csrfToken} layout="inline">
      <input type="hidden" name="next" value={frame.reopenAt} />
      <fieldset class="languages">
        <legend class="visually-hidden">{messages(frame.language).layout.language}</legend>
        {Object.entries(LANGUAGE_NAMES).map(([language, name]) =>
          language === frame.language ? (
            <span class="language-present">{name}</span>
          ) : (
            <button class="button button-quiet" name="language" value={language} lang={language}>
              {name}
            </button>
          ),
        )}
      </fieldset>
    </PostForm>
  );
}

function Navigation({ frame }: { readonly frame: PageFrame }): JSX.Element {
  const { person } = frame;
  const text = messages(frame.language).layout;
  return (
    <>
      <nav class="nav" aria-label={text.mainNavigation}>
        <ul class="nav-list">
          {placesFor(frame).map(({ path, label, below }) => (
            <li>
              <a class="nav-link" href={path} aria-current={present(frame.path, path, below)}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {person === null ? null : (
        <div class="header-person">
          {frame.unread === undefined || frame.unread === 0 ? null : (
            <a
              class="header-notifications"
              href="/account/notifications"
              title={text.unreadNotifications(frame.unread)}
            >
              <span class="unread-count" aria-hidden="true">
                {frame.unread > 99 ? '99+' : frame.unread}
              </span>
              <span class="visually-hidden">{text.unreadNotifications(frame.unread)}</span>
            </a>
          )}{' '}
          <bdi class="header-name">{person.name}</bdi>
          <PostForm action="/auth/logout" csrfToken={frame.csrfToken} layout="inline">
            <Button variant="quiet" context={person.name}>
              {text.signOut}
            </Button>
          </PostForm>
        </div>
      )}
    </>
  );
}

interface Place {
  readonly path: string;
  readonly label: string;
  /** Whether pages below the path belong to the place. */
  readonly below: boolean;
}

function placesFor({ person, language }: PageFrame): readonly Place[] {
  const text = messages(language).layout;
  if (person === null) {
    return [
      { path: '/', label: text.home, below: false },
      { path: '/auth/login', label: text.signIn, below: false },
    ];
  }
  return [
    { path: '/feed', label: text.home, below: false },
    { path: '/account', label: text.yourAccount, below: true },
    { path: '/developer', label: text.developer, below: true },
    ...(person.isMaintainer
      ? [
          { path: '/review', label: text.review, below: true },
          { path: '/people', label: text.people, below: true },
          { path: '/audit', label: text.audit, below: true },
          { path: '/institution', label: text.institution, below: true },
        ]
      : []),
  ];
}

/** `page`: this very page; `true`: a page below it. */
function present(path: string, place: string, below: boolean): 'page' | 'true' | undefined {
  const here = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  if (here === place) return 'page';
  return below && here.startsWith(`${place}/`) ? 'true' : undefined;
}
