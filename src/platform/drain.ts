/** What stopping needs of an HTTP server. */
export interface DrainableServer {
  close(done: (error?: Error) => void): unknown;
  closeIdleConnections(): void;
  closeAllConnections(): void;
}

/** Connections become idle one by one, and nobody tells. */
const LOOK_EVERY_MILLISECONDS = 50;

/**
 * Takes no more connections, lets answers under way finish, and cuts what is left after the patience.
 * @returns whether everything finished in time
 */
export async function drain(
  server: DrainableServer,
  patienceMilliseconds: number,
): Promise<boolean> {
  let inTime = true;
  await new Promise<void>((resolve) => {
    // A kept-alive connection would stay open for its next request, which never has to come.
    const looking = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MILLISECONDS);
    const cutting = setTimeout(() => {
      inTime = false;
      server.closeAllConnections();
    }, patienceMilliseconds);
    server.close(() => {
      clearInterval(looking);
      clearTimeout(cutting);
      resolve();
    });
    server.closeIdleConnections();
  });
  return inTime;
}
