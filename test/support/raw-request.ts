import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';

/** A request that goes out as it is written: no header is added, no path is normalised. */
export interface RawRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as `application/x-www-form-urlencoded`. */
  readonly form?: FormFields;
  /** Sent as `multipart/form-data`. */
  readonly multipart?: FormFields;
  readonly body?: string | Uint8Array;
}

/** Pairs when a name is repeated or the order is the point. */
type FormFields =
  Readonly<Record<string, string>> | readonly (readonly [name: string, value: string | File])[];

export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: Buffer;
}

/**
 * Sends one request over a connection of its own.
 * @param target method and path exactly as they go over the wire: `POST /open_auth/token/?`
 */
export async function rawRequest(
  origin: string,
  target: string,
  request: RawRequest = {},
): Promise<RawResponse> {
  const [method = 'GET', ...path] = target.split(' ');
  const { hostname, port } = new URL(origin);
  const { type, bytes } = await encodeBody(request);
  const headers = {
    ...(type === undefined ? {} : { 'content-type': type }),
    ...(bytes === undefined ? {} : { 'content-length': String(bytes.byteLength) }),
    ...lowerCased(request.headers),
  };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { hostname, port, method, path: path.join(' '), headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const body = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: body.toString('utf8'),
            bytes: body,
          });
        });
      },
    );
    sent.once('error', reject);
    sent.end(bytes);
  });
}

function lowerCased(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

/** The fields as pairs, whichever way they were written. */
function fieldPairs(fields: FormFields): (readonly [string, string | File])[] {
  return Array.isArray(fields)
    ? [...(fields as readonly (readonly [string, string | File])[])]
    : Object.entries(fields as Readonly<Record<string, string>>);
}

async function encodeBody(
  request: RawRequest,
): Promise<{ readonly type?: string; readonly bytes?: Buffer }> {
  if (request.form !== undefined) {
    const form = new URLSearchParams(
      fieldPairs(request.form).map(([name, value]) => [name, value as string]),
    );
    return { type: 'application/x-www-form-urlencoded', bytes: Buffer.from(form.toString()) };
  }
  if (request.multipart !== undefined) {
    const form = new FormData();
    for (const [name, value] of fieldPairs(request.multipart)) form.append(name, value);
    const encoded = new Response(form);
    return {
      type: encoded.headers.get('content-type') ?? '',
      bytes: Buffer.from(await encoded.arrayBuffer()),
    };
  }
  return request.body === undefined ? {} : { bytes: Buffer.from(request.body) };
}
