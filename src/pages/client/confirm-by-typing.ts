// Keeps the button of a step that cannot be undone off until the right text is typed.
// <div data-confirm-by-typing="expected"><input …><button>…</button></div>

for (const group of document.querySelectorAll<HTMLElement>('[data-confirm-by-typing]')) {
  const input = group.querySelector('input');
  const button = group.querySelector('button');
  if (input !== null && button !== null) {
    const update = (): void => {
      button.disabled = input.value !== group.dataset['confirmByTyping'];
    };
    input.addEventListener('input', update);
    update();
  }
}
