import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';

import { startClosedLoop } from './closed-loop.ts';
import type { Address } from './connection.ts';
import { requestWriter } from './http-request.ts';
import { type Step, UnexpectedAnswerError } from './journey.ts';
import { openLoop } from './open-loop.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<Address> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => {
    started.listen(0, '127.0.0.1', resolve);
  });
  return { host: '127.0.0.1', port: (started.address() as AddressInfo).port };
}

function noTokensLeft(): never {
  throw new Error('There are no tokens left.');
}

function getting(address: Address, path = '/'): () => Step {
  return () => ({
    request: requestWriter(address).get(path),
    answered(answer) {
      if (answer.body !== 'right') throw new UnexpectedAnswerError('right', answer);
      return undefined;
    },
  });
}

describe('a closed loop', () => {
  it('counts journeys whose every answer is right, and stops at the wanted number', async () => {
    let served = 0;
    const address = await serve((_request, response) => {
      served += 1;
      response.end('right');
    });
    const loop = startClosedLoop(address, getting(address), 4);
    const result = await loop.measure({ seconds: 20, journeys: 100 });
    await loop.close();
    expect(result.journeys).toBe(100);
    expect(result.failures).toEqual({ count: 0, examples: [] });
    expect(result.latency.p99).toBeGreaterThanOrEqual(result.latency.p50);
    expect(served).toBeGreaterThanOrEqual(100);
  });

  it('counts a wrong answer as a failure and says what it was', async () => {
    const address = await serve((_request, response) => {
      response.writeHead(401).end('wrong');
    });
    const loop = startClosedLoop(address, getting(address), 2);
    const result = await loop.measure({ seconds: 20 });
    await loop.close();
    expect(result.journeys).toBe(0);
    expect(result.failures.count).toBeGreaterThanOrEqual(50);
    expect(result.failures.examples[0]).toBe('Expected right; the answer was 401 wrong');
  });

  it('counts a journey that cannot begin as a failure', async () => {
    const address = await serve((_request, response) => {
      response.end('right');
    });
    const loop = startClosedLoop(address, noTokensLeft, 2);
    const { failures } = await loop.measure({ seconds: 20 });
    await loop.close();
    expect(failures.examples[0]).toBe('There are no tokens left.');
  });

  it('follows the steps of a journey as one', async () => {
    const paths: string[] = [];
    const address = await serve(({ url }, response) => {
      paths.push(url ?? '');
      response.end('right');
    });
    const journey = (): Step => ({ ...getting(address, '/1')(), answered: getting(address, '/2') });
    const loop = startClosedLoop(address, journey, 1);
    const result = await loop.measure({ seconds: 20, journeys: 3 });
    await loop.close();
    expect(result.requests).toBe(6);
    expect(paths.slice(0, 4)).toEqual(['/1', '/2', '/1', '/2']);
  });

  it('opens another connection when the server closes, as some do after each answer', async () => {
    const address = await serve((_request, response) => {
      response.writeHead(200, { Connection: 'close' }).end('right');
    });
    const loop = startClosedLoop(address, getting(address), 2);
    const result = await loop.measure({ seconds: 20, journeys: 20 });
    await loop.close();
    expect(result).toMatchObject({ journeys: 20, failures: { count: 0 } });
  });
});

describe('a fixed load', () => {
  it('begins every journey when it is due, however slow the answers', async () => {
    let inside = 0;
    let most = 0;
    const address = await serve((_request, response) => {
      inside += 1;
      most = Math.max(most, inside);
      setTimeout(() => {
        inside -= 1;
        response.end('right');
      }, 100);
    });
    const result = await openLoop(address, getting(address), { rate: 100, seconds: 0.5 });
    expect(result).toMatchObject({ journeys: 50, failures: { count: 0 } });
    // A closed loop would have had one at a time for each connection.
    expect(most).toBeGreaterThan(1);
  });
});
