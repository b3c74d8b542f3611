import type { Instant } from '../domain/clock.ts';
import type { Language } from '../domain/language.ts';

/** Every built file a page may ask for, by logical name: the stylesheet, the icon and the modules of `client/`. */
export const ASSET_NAMES = [
  'styles.css',
  'favicon.svg',
  'submit-once.js',
  'copy-button.js',
  'confirm-by-typing.js',
  'import-progress.js',
  'reveal-password.js',
  'review-keys.js',
  'use-reply.js',
  'word-counter.js',
] as const;
export type AssetName = (typeof ASSET_NAMES)[number];

/** Said once, on the page after an action: `The app can no longer read your data.` */
export interface Notice {
  readonly type: 'success' | 'information' | 'problem';
  readonly text: string;
}

/** How the institution shows itself beside its name. */
export interface Brand {
  /** URL of the stylesheet with its colours; null: those of ours. */
  readonly theme: string | null;
  /** URL of its logo; null: its initials. */
  readonly logo: string | null;
  /** Where to ask, and to complain about an app. */
  readonly contact: { readonly href: string; readonly label: string } | null;
}

/** What surrounds the content of every page. Plain data, made anew for each request. */
export interface PageFrame {
  /** Name of the institution. */
  readonly institution: string;
  readonly brand: Brand;
  /** Logical name to URL path with the hash of the content. */
  readonly assets: Readonly<Record<AssetName, string>>;
  /** The signed-in person; null shows "Sign in". */
  readonly person: { readonly name: string; readonly isMaintainer: boolean } | null;
  /** How many notifications the person has not read; none unless given. */
  readonly unread?: number;
  /** For the hidden field of every form that posts; also there when nobody is signed in. */
  readonly csrfToken: string;
  /** Path of this page without its query, to mark the present place in the navigation. */
  readonly path: string;
  /** Path and query at which the page can be opened again, to come back to after choosing a language. */
  readonly reopenAt: string;
  readonly language: Language;
  readonly notice: Notice | null;
  /** When the page was made, for "5 minutes ago". */
  readonly now: Instant;
  /** IANA name of the institution's time zone, in which times are shown. */
  readonly timeZone: string;
}
