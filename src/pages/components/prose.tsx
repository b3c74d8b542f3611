import type { JSX } from 'hono/jsx/jsx-runtime';

/**
 * A longer text of the institution: paragraphs with an empty line between them, `## ` before a heading, `- ` before an
 * item of a list, and https addresses to open. Everything else is said as it stands.
 */
export function Prose({ text }: { readonly text: string }): JSX.Element {
  return <div class="prose-text">{blocksOf(text).map(blockElement)}</div>;
}

type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'paragraph'; readonly lines: readonly string[] };

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let items: string[] = [];
  const end = (): void => {
    if (lines.length > 0) blocks.push({ type: 'paragraph', lines });
    if (items.length > 0) blocks.push({ type: 'list', items });
    lines = [];
    items = [];
  };
  for (const line of text.split('\n')) {
    const [, heading] = /^#{1,6}\s+(.+)$/u.exec(line) ?? [];
    const [, item] = /^\s*[-*•]\s+(.+)$/u.exec(line) ?? [];
    if (heading !== undefined) {
      end();
      blocks.push({ type: 'heading', text: heading });
    } else if (item !== undefined) {
      if (lines.length > 0) end();
      items.push(item);
    } else if (line.trim() === '') {
      end();
    } else {
      if (items.length > 0) end();
      lines.push(line);
    }
  }
  end();
  return blocks;
}

function blockElement(block: Block): JSX.Element {
  switch (block.type) {
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>
              <Line text={item} />
            </li>
          ))}
        </ul>
      );
    case 'paragraph':
      return (
        <p>
          {block.lines.map((line, index) => (
            <>
              {index === 0 ? null : <br />}
              <Line text={line} />
            </>
          ))}
        </p>
      );
  }
}

/** One line, its addresses as links; a full stop or bracket after an address is none of it. */
function Line({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text
        .split(/(https:\/\/[^\s<>"]*[^\s<>".,;:!?)\]’”।])/u)
        .map((part, index) => (index % 2 === 1 ? <a href={part}>{part}</a> : part))}
    </>
  );
}
