import type { JSX } from 'hono/jsx/jsx-runtime';

import { usePageMessages } from '../messages/messages.ts';

export interface CodeFieldProps {
  readonly label: string;
  readonly code: string;
}

/** Lines of code to take elsewhere, all in view, with a button that copies them (client module `copy-button.js`). */
export function CodeField({ label, code }: CodeFieldProps): JSX.Element {
  const text = usePageMessages().components;
  const lines = code.trimEnd();
  return (
    <div
      class="code-field"
      data-copy={text.copy}
      data-copied={text.copied}
      data-selected={text.selected}
      data-selected-to-copy={text.selectedToCopy}
    >
      <textarea
        class="input input-code code-field-code"
        aria-label={label}
        readonly
        spellcheck={false}
        wrap="off"
        rows={lines.split('\n').length + 1}
      >
        {lines}
      </textarea>
      <button type="button" class="button button-secondary needs-script">
        <span data-copy-label>{text.copy}</span>
        <span class="visually-hidden"> {text.whichValue(label)}</span>
      </button>
      <output class="visually-hidden" data-copy-status></output>
    </div>
  );
}
