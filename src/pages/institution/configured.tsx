import type { JSX } from 'hono/jsx/jsx-runtime';

import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

/** What the server's configuration says about a setting, and whether it was decided here. */
export interface ConfiguredValue {
  /** `INSTITUTION_NAME` */
  readonly variable: string;
  /** In words. */
  readonly value: string;
  readonly isSavedHere: boolean;
}

/** Which of the two holds: a sentence for the hint of a field. */
export function Configured(props: {
  readonly frame: PageFrame;
  readonly value: ConfiguredValue;
}): JSX.Element {
  const { variable, value, isSavedHere } = props.value;
  const text = messages(props.frame.language).institution;
  const name = <code>{variable}</code>;
  return isSavedHere ? text.savedHere(name, <bdi>{value}</bdi>) : text.fromConfiguration(name);
}
