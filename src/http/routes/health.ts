import type { AppContext } from '../environment.ts';

/** `/healthz`: the process answers at all. Whoever gets no answer restarts it. */
export function showAlive(c: AppContext): Response {
  return c.text('ok\n');
}

/** `/readyz`: it can serve now. Whoever gets 503 sends requests elsewhere until it is 200 again. */
export async function showReadiness(c: AppContext): Promise<Response> {
  const { isStopping, storage } = c.var.deps;
  if (isStopping()) return c.text('stopping\n', 503);
  // The smallest question to the database; it throws when there is no answer, and that is answered 503.
  await storage.holdsDemoData();
  return c.text('ok\n');
}
