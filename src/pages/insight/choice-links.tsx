import type { JSX } from 'hono/jsx/jsx-runtime';

export interface ChoiceLinksProps {
  readonly label: string;
  readonly choices: readonly {
    readonly href: string;
    readonly label: string;
    readonly isPresent: boolean;
  }[];
}

/** A few views of the same page, one of which is shown. */
export function ChoiceLinks({ label, choices }: ChoiceLinksProps): JSX.Element {
  return (
    <nav aria-label={label}>
      <ul class="choice-links">
        {choices.map((choice) => (
          <li>
            <a
              class="choice-link"
              href={choice.href}
              aria-current={choice.isPresent ? 'true' : undefined}
            >
              {choice.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
