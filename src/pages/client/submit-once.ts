// A form is sent once, however often its button is pressed while the answer is on its way.

/** Milliseconds until a form may be sent again; an app on the device may have taken over and come back. */
const RELEASE_AFTER = 10_000;

const sent = new WeakSet<HTMLFormElement>();

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  const button = event.submitter;
  button?.setAttribute('aria-busy', 'true');
  setTimeout(() => release(form), RELEASE_AFTER);
});

// Shown again from the browser's cache after "back".
globalThis.addEventListener('pageshow', (event) => {
  if (event.persisted) for (const form of document.forms) release(form);
});

function release(form: HTMLFormElement): void {
  sent.delete(form);
  for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
}
