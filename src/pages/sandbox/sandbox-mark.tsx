import type { JSX } from 'hono/jsx/jsx-runtime';

import { usePageMessages } from '../messages/messages.ts';

/** On every page of the sandbox, so that nobody takes it for real. */
export function SandboxMark(): JSX.Element {
  const text = usePageMessages().sandbox;
  return (
    <div class="sandbox-mark" role="note">
      <strong class="sandbox-mark-word">{text.mark}</strong> <span>{text.meaning}</span>
    </div>
  );
}
