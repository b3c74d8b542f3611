import type { JSX } from 'hono/jsx/jsx-runtime';

import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

const KEYS = {
  queue: [
    ['j', 'next'],
    ['k', 'previous'],
    ['Enter', 'open'],
    ['x', 'select'],
    ['?', 'help'],
  ],
  app: [
    ['a', 'approve'],
    ['r', 'requestChanges'],
    ['?', 'help'],
  ],
} as const;

/** What `review-keys.js` listens to; opened by `?`. Every key has something to press on the page as well. */
export function KeyboardHelp(props: {
  readonly frame: PageFrame;
  readonly place: keyof typeof KEYS;
}): JSX.Element {
  const text = messages(props.frame.language).review;
  return (
    <details class="disclosure keyboard-help needs-script" data-review-help>
      <summary>{text.keyboardTitle}</summary>
      <dl class="keys">
        {KEYS[props.place].map(([key, what]) => (
          <div class="key">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text.keyboard[what]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
