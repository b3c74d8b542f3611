// As little as Node.js can do for an HTTP request: the limit for whatever is built on it.
import { createServer } from 'node:http';

const body = JSON.stringify({ userId: 1 }).padEnd(700);
const server = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  response.end(body);
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
