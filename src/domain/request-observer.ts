/** How a request ended: its route's pattern, never its address. */
export interface AnsweredRequest {
  readonly route: string;
  readonly status: number;
}

/** Watches a request: runs `answer`, and passes on what it resolves to. */
export type RequestObserver = (
  request: {
    readonly method: string;
    /** Of the caller (W3C Trace Context), if it is traced as well. */
    readonly traceparent: string | undefined;
  },
  answer: () => Promise<AnsweredRequest>,
) => Promise<AnsweredRequest>;
