import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientNumber } from '../../domain/client.ts';
import { usePageMessages } from '../messages/messages.ts';

export interface AppNavigationProps {
  readonly number: ClientNumber;
  readonly present: 'app' | 'activity' | 'integrate' | 'playground';
}

/** Between the pages of one app. */
export function AppNavigation({ number, present }: AppNavigationProps): JSX.Element {
  const text = usePageMessages().insight;
  const places = [
    ['app', `/developer/${number}`],
    ['activity', `/developer/${number}/activity`],
    ['integrate', `/developer/${number}/integrate`],
    ['playground', `/developer/${number}/playground`],
  ] as const;
  return (
    <nav class="app-places" aria-label={text.navigation}>
      <ul class="app-places-list">
        {places.map(([place, href]) => (
          <li>
            <a class="app-place" href={href} aria-current={place === present ? 'page' : undefined}>
              {text.places[place]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
