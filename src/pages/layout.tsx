import type { PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import { InstitutionMark } from './components/avatar.tsx';
import { Button } from './components/button.tsx';
import { NoticeBanner } from './components/notice-banner.tsx';
import { PostForm } from './components/post-form.tsx';
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
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${props.title} · ${frame.institution}`}</title>
        <link rel="icon" href={frame.assets['favicon.svg']} type="image/svg+xml" />
        <link rel="stylesheet" href={frame.assets['styles.css']} />
        {['submit-once.js' as const, ...(props.modules ?? [])].map((name) => (
          <script type="module" src={frame.assets[name]}></script>
        ))}
      </head>
      <body>
        <a class="skip-link" href="#main">
          Skip to content
        </a>
        <Header frame={frame} focused={props.focused === true} />
        <main id="main" class={`main main-${props.width ?? 'regular'}`} tabindex={-1}>
          {frame.notice === null ? null : <NoticeBanner notice={frame.notice} />}
          {props.children}
        </main>
        <footer class="footer">
          <div class="footer-inner">
            <p>{frame.institution} accounts, run by the institution itself.</p>
            {props.focused === true ? null : (
              <p>
                <a href="/terms_of_use/developer">Developer terms of use</a>
              </p>
            )}
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
      <InstitutionMark name={frame.institution} />
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

function Navigation({ frame }: { readonly frame: PageFrame }): JSX.Element {
  const { person } = frame;
  return (
    <>
      <nav class="nav" aria-label="Main">
        <ul class="nav-list">
          {placesFor(person).map(({ path, label, below }) => (
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
          <bdi class="header-name">{person.name}</bdi>
          <PostForm action="/auth/logout" csrfToken={frame.csrfToken} layout="inline">
            <Button variant="quiet" context={person.name}>
              Sign out
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

function placesFor(person: PageFrame['person']): readonly Place[] {
  if (person === null) {
    return [
      { path: '/', label: 'Home', below: false },
      { path: '/auth/login', label: 'Sign in', below: false },
    ];
  }
  return [
    { path: '/feed', label: 'Home', below: false },
    { path: '/account', label: 'Your account', below: true },
    { path: '/developer', label: 'Developer', below: true },
    ...(person.isMaintainer ? [{ path: '/review', label: 'Review', below: true }] : []),
  ];
}

/** `page`: this very page; `true`: a page below it. */
function present(path: string, place: string, below: boolean): 'page' | 'true' | undefined {
  const here = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  if (here === place) return 'page';
  return below && here.startsWith(`${place}/`) ? 'true' : undefined;
}
