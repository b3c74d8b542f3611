import type { PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/**
 * - `primary`: what most people come to do, at most one on a page;
 * - `danger`: ends or deletes something;
 * - `quiet`: an action beside text.
 */
type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';

export interface ButtonProps {
  readonly variant?: ButtonVariant;
  /** `button` does nothing without a client module. */
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  readonly id?: string;
  /** The whole width of its container. */
  readonly wide?: boolean;
  /** Completes a short label for those who do not see what it stands beside: `End access` + ` of Library`. */
  readonly context?: string;
  /** `formaction`: posts the form elsewhere. */
  readonly formAction?: string;
}

export function Button(props: PropsWithChildren<ButtonProps>): JSX.Element {
  return (
    <button
      type={props.type ?? 'submit'}
      class={buttonClass(props)}
      name={props.name}
      value={props.value}
      id={props.id}
      formaction={props.formAction}
    >
      {props.children}
      <Context text={props.context} />
    </button>
  );
}

export interface LinkButtonProps {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly wide?: boolean;
  readonly context?: string;
}

/** Looks like a button, goes somewhere. */
export function LinkButton(props: PropsWithChildren<LinkButtonProps>): JSX.Element {
  return (
    <a href={props.href} class={buttonClass(props)}>
      {props.children}
      <Context text={props.context} />
    </a>
  );
}

/** Buttons that belong together: beside each other where there is room, one under the other on phones. */
export function ButtonRow({ children }: PropsWithChildren): JSX.Element {
  return <div class="button-row">{children}</div>;
}

function Context({ text }: { readonly text: string | undefined }): JSX.Element {
  return <>{text === undefined ? null : <bdi class="visually-hidden"> {text}</bdi>}</>;
}

function buttonClass(props: { readonly variant?: ButtonVariant; readonly wide?: boolean }): string {
  const wide = props.wide === true ? ' button-wide' : '';
  return `button button-${props.variant ?? 'secondary'}${wide}`;
}
