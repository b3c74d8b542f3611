import type { JSX } from 'hono/jsx/jsx-runtime';

import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

/** Leads between the pages about one's own account. */
export function AccountTabs({ frame }: { readonly frame: PageFrame }): JSX.Element {
  const text = messages(frame.language).activity;
  const tabs = [
    { path: '/account', label: text.overview },
    { path: '/account/activity', label: text.activity },
    { path: '/account/notifications', label: text.notifications },
  ];
  return (
    <nav class="account-tabs" aria-label={text.pages}>
      <ul>
        {tabs.map(({ path, label }) => (
          <li>
            <a href={path} aria-current={frame.path === path ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
