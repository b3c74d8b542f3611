import type { JSX } from 'hono/jsx/jsx-runtime';

import { usePageMessages } from '../messages/messages.ts';
import { type Step, STEPS } from './playground-view.ts';

/** The steps of the flow, and where the run stands. */
export function StepList({ present }: { readonly present: Step }): JSX.Element {
  const text = usePageMessages().playground;
  return (
    <ol class="playground-steps" aria-label={text.stepsLabel}>
      {STEPS.map((step) => (
        <li class="playground-step" aria-current={step === present ? 'step' : undefined}>
          {text.steps[step]}
        </li>
      ))}
    </ol>
  );
}
