// Keys of the review desk. Each does what can be pressed on the page as well.
// Queue: <ul data-review-queue><li data-review-row><input type="checkbox"><a>…</a></li>…</ul>
// App: <form data-review-decision> with radio buttons named `decision`
// Both: <details data-review-help>

const rows = [...document.querySelectorAll<HTMLElement>('[data-review-row]')];
const decision = document.querySelector<HTMLFormElement>('[data-review-decision]');
const help = document.querySelector<HTMLDetailsElement>('[data-review-help]');

/** The row whose link has the focus; -1: none. */
function present(): number {
  return rows.findIndex((row) => row.contains(document.activeElement));
}

function focusRow(index: number): void {
  const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
  row?.querySelector('a')?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** Chooses a decision and goes on to the message; sends nothing by itself. */
function choose(type: string): void {
  const radio = decision?.querySelector<HTMLInputElement>(`input[name=decision][value=${type}]`);
  if (radio === null || radio === undefined) return;
  radio.checked = true;
  radio.focus();
  radio.scrollIntoView({ block: 'center' });
}

const KEYS: Readonly<Record<string, () => void>> = {
  j: () => focusRow(present() + 1),
  k: () => focusRow(present() - 1),
  x: () => rows[present()]?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click(),
  a: () => choose('approved'),
  r: () => choose('changes-requested'),
  '?': () => {
    if (help === null) return;
    help.open = !help.open;
    if (help.open) help.querySelector('summary')?.focus();
  },
};

document.addEventListener('keydown', (event) => {
  const { target } = event;
  const isTyping =
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type));
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = KEYS[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
});
