// What Node.js itself can do with a page: the bytes of an address, fetched once, and nothing decided per request.
import { createServer, get } from 'node:http';

const [address = '', port = '0'] = process.argv.slice(2);
get(address, { headers: { 'accept-encoding': 'br' } }, (answer) => {
  const chunks = [];
  answer.on('data', (chunk) => chunks.push(chunk));
  answer.on('end', () => {
    const body = Buffer.concat(chunks);
    const headers = {
      'content-type': answer.headers['content-type'],
      'content-encoding': 'br',
      'content-length': body.length,
    };
    createServer((_request, response) => {
      response.writeHead(200, headers);
      response.end(body);
    }).listen(Number(port), '127.0.0.1');
  });
});
