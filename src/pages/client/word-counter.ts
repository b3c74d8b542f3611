// Counts the words of a text while it is written, as the server will:
// <textarea id="description">…</textarea>
// <p data-word-counter="description" data-fewest="127" data-most="511" data-one-word="1 word" data-words="# words"
//   data-missing=", # more to go" data-too-many=", # too many" data-fit=", that fits"
//   ><span data-word-count>…</span><output></output></p>
import { words } from 'es-toolkit/compat';

/** Milliseconds of not typing after which the count is read out. */
const SAY_AFTER = 1500;

for (const counter of document.querySelectorAll<HTMLElement>('[data-word-counter]')) {
  const text = document.querySelector<HTMLTextAreaElement>(
    `#${counter.dataset['wordCounter'] ?? ''}`,
  );
  const shown = counter.querySelector('[data-word-count]');
  const spoken = counter.querySelector('output');
  if (text !== null && shown !== null && spoken !== null) follow(text, { counter, shown, spoken });
}

function follow(
  text: HTMLTextAreaElement,
  parts: { readonly counter: HTMLElement; readonly shown: Element; readonly spoken: Element },
): void {
  const { counter, shown, spoken } = parts;
  const limits = {
    fewest: Number(counter.dataset['fewest']),
    most: Number(counter.dataset['most']),
  };
  let pause: ReturnType<typeof setTimeout> | undefined;
  const update = (): void => {
    const count = words(text.value).length;
    const sentence = tell(count, limits, counter.dataset);
    shown.textContent = sentence;
    counter.dataset['fits'] = String(count >= limits.fewest && count <= limits.most);
    clearTimeout(pause);
    pause = setTimeout(() => {
      spoken.textContent = document.activeElement === text ? sentence : '';
    }, SAY_AFTER);
  };
  text.addEventListener('input', update);
  // What the browser kept from before a reload, or what a rejected form brought back.
  update();
}

function tell(
  count: number,
  limits: { readonly fewest: number; readonly most: number },
  texts: DOMStringMap,
): string {
  const written = count === 1 ? (texts['oneWord'] ?? '') : numbered(texts['words'], count);
  return `${written}${distance(count, limits, texts)}`;
}

function distance(
  count: number,
  { fewest, most }: { readonly fewest: number; readonly most: number },
  texts: DOMStringMap,
): string {
  if (count < fewest) return numbered(texts['missing'], fewest - count);
  return count > most ? numbered(texts['tooMany'], count - most) : (texts['fit'] ?? '');
}

/** Puts a number in place of `#`. */
function numbered(text: string | undefined, count: number): string {
  return (text ?? '').replace('#', String(count));
}
