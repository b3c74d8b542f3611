// Keeps the progress of an import up to date, and opens the page anew when its phase is over:
// <div data-import-progress="/address/of/the/status" data-import-phase="checking">
//   <progress max="…" value="…"></progress> <span data-import-people>12 people</span>
// </div>

/** Milliseconds between two looks. */
const PAUSE = 1000;

interface Status {
  readonly phase: string | null;
  readonly bytes: number;
  /** In words. */
  readonly people: string;
}

const area = document.querySelector<HTMLElement>('[data-import-progress]');
if (area !== null) setTimeout(() => void look(area), PAUSE);

async function look(shown: HTMLElement): Promise<void> {
  const { importProgress: address = '', importPhase: phase } = shown.dataset;
  try {
    const response = await fetch(address, { headers: { Accept: 'application/json' } });
    if (response.ok) {
      const status = (await response.json()) as Status;
      if (status.phase !== phase) {
        location.reload();
        return;
      }
      show(shown, status);
    }
  } catch {
    // No network for a moment: the next look may do better.
  }
  setTimeout(() => void look(shown), PAUSE);
}

function show(shown: HTMLElement, { bytes, people }: Status): void {
  const progress = shown.querySelector('progress');
  const count = shown.querySelector('[data-import-people]');
  if (progress !== null) progress.value = bytes;
  if (count !== null) count.textContent = people;
}
