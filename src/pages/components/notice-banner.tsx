import type { PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import { usePageMessages } from '../messages/messages.ts';
import type { Notice } from '../page-frame.ts';

/** What the last action did, or what to know on this page. Read aloud without taking the focus. */
export function NoticeBanner({ notice }: { readonly notice: Notice }): JSX.Element {
  return (
    <Banner type={notice.type} live>
      {notice.text}
    </Banner>
  );
}

export interface BannerProps {
  readonly type: Notice['type'];
  readonly title?: string;
  /** For what appears because of an action of the person; a standing remark is not announced. */
  readonly live?: boolean;
}

/** A remark that stands out; its kind is told in words too. */
export function Banner(props: PropsWithChildren<BannerProps>): JSX.Element {
  const text = usePageMessages().components;
  const kind = { success: text.done, information: text.note, problem: text.problem }[props.type];
  return (
    <div class={`banner banner-${props.type}`} role={props.live === true ? 'status' : undefined}>
      <div class="banner-text">
        <span class="visually-hidden">{kind}: </span>
        {props.title === undefined ? null : <p class="banner-title">{props.title}</p>}
        <div>{props.children}</div>
      </div>
    </div>
  );
}
