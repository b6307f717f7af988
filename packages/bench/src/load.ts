import { Agent, get, type ClientRequest } from 'node:http';
import autocannon from 'autocannon';

/** Requests per second of one address, over loopback, with a fixed number of connections. */
export async function throughput(address: string, seconds: number): Promise<number> {
  const result = await autocannon({
    url: address,
    connections: 32,
    duration: seconds,
    headers: { 'accept-encoding': 'br' },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${address}: ${result.non2xx} refusals, ${result.errors} errors`);
  return result.requests.average;
}

export interface Timed {
  status: number;
  milliseconds: number;
  text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** One request on a connection that stays open, and the time until its answer was complete. */
export function timed(port: number, path: string): Promise<Timed> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent, timeout: 10_000 }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, milliseconds: performance.now() - started, text }),
      );
    })
      .on('timeout', function (this: ClientRequest) {
        this.destroy(new Error(`${path} gave no answer in ten seconds`));
      })
      .on('error', reject);
  });
}

/** As {@link timed}, and refuses anything but a page. */
export async function timedPage(port: number, path: string): Promise<number> {
  const { status, milliseconds } = await timed(port, path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return milliseconds;
}
