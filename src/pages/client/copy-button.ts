// Copies the value beside a button, and says so in the words of the page:
// <div data-copy="Copy" data-copied="…" data-selected="…" data-selected-to-copy="…">
//   <input readonly …><button><span data-copy-label>Copy</span></button><output data-copy-status></output>
// </div>

/** Milliseconds for which the button says that it worked. */
const SAY_FOR = 3000;

for (const group of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const source = group.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  const button = group.querySelector('button');
  const label = group.querySelector('[data-copy-label]');
  const status = group.querySelector('[data-copy-status]');
  if (source !== null && button !== null && label !== null && status !== null) {
    button.addEventListener(
      'click',
      () => void copy({ source, label, status, words: group.dataset }),
    );
  }
}

async function copy(parts: {
  readonly source: HTMLInputElement | HTMLTextAreaElement;
  readonly label: Element;
  readonly status: Element;
  readonly words: DOMStringMap;
}): Promise<void> {
  const { source, words } = parts;
  try {
    await navigator.clipboard.writeText(source.value);
    say(parts, words['copied'], words['copied']);
  } catch {
    // Not allowed, or no secure context: the person copies what is selected now.
    source.focus();
    source.select();
    say(parts, words['selected'], words['selectedToCopy']);
  }
  setTimeout(() => say(parts, words['copy'], ''), SAY_FOR);
}

function say(
  { label, status }: { readonly label: Element; readonly status: Element },
  shown: string | undefined,
  spoken: string | undefined,
): void {
  label.textContent = shown ?? '';
  status.textContent = spoken ?? '';
}
