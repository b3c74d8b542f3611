import type { JSX } from 'hono/jsx/jsx-runtime';

import type { HexColour } from '../../domain/settings.ts';

/** A colour and its name. Drawn as a picture, because our pages have no styles of their own. */
export function Swatch({ colour }: { readonly colour: HexColour }): JSX.Element {
  return (
    <span class="swatch">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <rect x="0.5" y="0.5" width="19" height="19" rx="4" fill={colour} stroke="currentColor" />
      </svg>
      <code>{colour}</code>
    </span>
  );
}
