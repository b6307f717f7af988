import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { fetchAddress } from '../fetch-address';
import { refusal } from '../testing/refusal';
import { selfSigned } from '../testing/self-signed';

describe('a page behind TLS', () => {
  it('is refused where nobody vouches for whose it is', async () => {
    const tls = https.createServer(selfSigned('page.example'), (_, response) => response.end('reached'));
    const port = await new Promise<number>((resolve) =>
      tls.listen(0, '127.0.0.1', () => resolve((tls.address() as AddressInfo).port)),
    );
    const secure = `https://page.example:${port}`;
    try {
      const lookup = async () => [{ address: '127.0.0.1' }];
      const found = await refusal(fetchAddress(`${secure}/`, { dangerouslyAllowed: [secure], lookup }));
      expect(found.code).toBe('unavailable');
      expect(found.message).toContain('certificate of page.example');
      // Whoever does not ask gets an answer.
      const asked = https.get({
        host: '127.0.0.1',
        port: port,
        rejectUnauthorized: false,
        agent: false,
      });
      const answered = await new Promise<IncomingMessage>((resolve, reject) =>
        asked.once('response', resolve).once('error', reject),
      );
      answered.resume();
      expect(answered.statusCode).toBe(200);
    } finally {
      tls.close();
      tls.closeAllConnections();
    }
  });
});
