/** How a request ended: its route's pattern, `unmatched` for an address that nothing is at, never the address itself. */
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
