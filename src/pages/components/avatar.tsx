import type { JSX } from 'hono/jsx/jsx-runtime';

export interface PictureProps {
  readonly name: string;
  /** URL of the picture; null shows initials. */
  readonly src: string | null;
  readonly size?: 'small' | 'medium' | 'large';
}

/** A person's picture. Decoration: the name stands beside it. */
export function Avatar(props: PictureProps): JSX.Element {
  return <Picture {...props} shape="picture-round" />;
}

/** An app's logo. Decoration: the name stands beside it. */
export function AppLogo(props: PictureProps): JSX.Element {
  return <Picture {...props} shape="picture-square" />;
}

/** The institution's logo, or the sign that stands for it. Decoration: the name stands beside it. */
export function InstitutionMark({
  name,
  logo,
}: {
  readonly name: string;
  /** URL; null shows initials. */
  readonly logo: string | null;
}): JSX.Element {
  if (logo !== null) {
    return <img class="institution-logo" src={logo} alt="" width={32} height={32} />;
  }
  return (
    <span class="institution-mark" aria-hidden="true">
      {initials(name)}
    </span>
  );
}

const PIXELS = { small: 32, medium: 48, large: 64 } as const;

function Picture(props: PictureProps & { readonly shape: string }): JSX.Element {
  const size = props.size ?? 'medium';
  const shape = `picture picture-${size} ${props.shape}`;
  if (props.src === null) {
    return (
      <span class={`${shape} picture-initials tint-${tint(props.name)}`} aria-hidden="true">
        {initials(props.name)}
      </span>
    );
  }
  return <img class={shape} src={props.src} alt="" width={PIXELS[size]} height={PIXELS[size]} />;
}

/** First letters of the first and the last word, whole characters, at most two. */
function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
  const first = words.at(0);
  if (first === undefined) return '?';
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .map((word) => word?.match(/^./u)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase('en');
}

/** One of six background tints, the same for the same name. */
function tint(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return sum % 6;
}
