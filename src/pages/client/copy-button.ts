// Copies the value beside a button: <div data-copy><input readonly …><button>…</button></div>

/** Milliseconds for which the button says that it worked. */
const SAY_FOR = 3000;

for (const group of document.querySelectorAll('[data-copy]')) {
  const source = group.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  const button = group.querySelector('button');
  const label = group.querySelector('[data-copy-label]');
  const status = group.querySelector('[data-copy-status]');
  if (source !== null && button !== null && label !== null && status !== null) {
    button.addEventListener('click', () => void copy({ source, label, status }));
  }
}

async function copy(parts: {
  readonly source: HTMLInputElement | HTMLTextAreaElement;
  readonly label: Element;
  readonly status: Element;
}): Promise<void> {
  const { source, label, status } = parts;
  try {
    await navigator.clipboard.writeText(source.value);
    label.textContent = 'Copied';
    status.textContent = 'Copied';
  } catch {
    // Not allowed, or no secure context: the person copies what is selected now.
    source.focus();
    source.select();
    label.textContent = 'Selected';
    status.textContent = 'Selected, copy it with your keyboard';
  }
  setTimeout(() => {
    label.textContent = 'Copy';
    status.textContent = '';
  }, SAY_FOR);
}
