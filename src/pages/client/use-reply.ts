// Puts a ready-made reply into a text, after what is in it:
// <li><p data-reply-text>…</p><button data-use-reply="message">…</button></li> <textarea id="message">

for (const button of document.querySelectorAll<HTMLElement>('[data-use-reply]')) {
  button.addEventListener('click', () => {
    const id = button.dataset['useReply'] ?? '';
    const text = document.querySelector<HTMLTextAreaElement>(`#${id}`);
    const reply = button.parentElement?.querySelector('[data-reply-text]')?.textContent.trim();
    if (text === null || reply === undefined) return;
    const written = text.value.trimEnd();
    text.value = written === '' ? reply : `${written}\n\n${reply}`;
    text.focus();
  });
}
