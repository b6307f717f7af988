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

/** Requests per second of addresses that come one after another, and the 99th percentile of the time of one, in milliseconds. */
export async function load(
  port: number,
  nextPath: () => string,
  seconds: number,
): Promise<{ rate: number; p99: number }> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: 16,
    duration: seconds,
    headers: { 'accept-encoding': 'br' },
    requests: [{ setupRequest: (request) => ({ ...request, path: nextPath() }) }],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${nextPath()}: ${result.non2xx} refusals, ${result.errors} errors`);
  return { rate: result.requests.average, p99: result.latency.p99 };
}

/** Both servers in turn, twice, so that a slow moment of the machine does not fall on one of them alone. */
export async function alternate(value: string, baseline: string): Promise<{ value: number; baseline: number }> {
  const seconds = 6;
  const rates = { value: 0, baseline: 0 };
  await throughput(value, 2);
  await throughput(baseline, 2);
  for (let round = 0; round < 2; round += 1) {
    rates.baseline += (await throughput(baseline, seconds)) / 2;
    rates.value += (await throughput(value, seconds)) / 2;
  }
  return rates;
}

export interface Timed {
  status: number;
  milliseconds: number;
  /** What came, as it came: compressed where the request let it be. */
  body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

// What is measured is time, so a slow answer is a figure; only none at all is a failure.
const limit = 60_000;

/** One request on a connection that stays open, and the time until its answer was complete. */
export function timed(port: number, path: string, encoding: 'br' | 'identity' = 'identity'): Promise<Timed> {
  const headers = { 'accept-encoding': encoding };
  const started = performance.now();
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent, headers, timeout: limit }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          milliseconds: performance.now() - started,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('timeout', function (this: ClientRequest) {
        this.destroy(new Error(`${path} gave no answer in ${limit / 1000} seconds`));
      })
      .on('error', reject);
  });
}

/** As {@link timed}, as a browser asks, and refuses anything but a page. */
export async function timedPage(port: number, path: string): Promise<number> {
  const { status, milliseconds } = await timed(port, path, 'br');
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return milliseconds;
}
