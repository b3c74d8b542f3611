// Shows what was typed as a password:
// <div data-reveal-password data-show="Show" data-hide="Hide"><input type="password"><button><span data-reveal-label>Show</span> …</button></div>

for (const group of document.querySelectorAll<HTMLElement>('[data-reveal-password]')) {
  const input = group.querySelector('input');
  const button = group.querySelector('button');
  const label = group.querySelector('[data-reveal-label]');
  if (input !== null && button !== null && label !== null) {
    const reveal = (shown: boolean): void => {
      input.type = shown ? 'text' : 'password';
      label.textContent = group.dataset[shown ? 'hide' : 'show'] ?? '';
    };
    button.addEventListener('click', () => reveal(input.type === 'password'));
    // Sent as a password, so that browsers and password managers take it for one.
    input.form?.addEventListener('submit', () => reveal(false));
  }
}
