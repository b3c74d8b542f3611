import type { AppContext } from './environment.ts';

export interface Download {
  /** Letters, digits, `-` and `.` only. */
  readonly fileName: string;
  readonly contentType: string;
}

/** Answers with a file that is made while it is sent: nothing is asked for faster than the browser takes it. */
export function streamedText(
  c: AppContext,
  parts: AsyncGenerator<string>,
  { fileName, contentType }: Download,
): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part: IteratorResult<string, unknown> = await parts.next();
      if (part.done === true) controller.close();
      else controller.enqueue(encoder.encode(part.value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  return c.body(stream, 200, {
    'Content-Type': `${contentType}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'no-store',
  });
}
