import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createSignInLink } from '@rapporteur/api/admin/users';
import { formatConnection, type Connection } from '@rapporteur/db/connection';
import { freePort } from '@rapporteur/db/embedded/server';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { startServer } from './process';

const folder = fileURLToPath(new URL('../../../apps/admin/', import.meta.url));

export interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  text: string;
  milliseconds: number;
}

/** The built desk, and somebody who is signed in at it. */
export class DeskServer {
  private cookie = '';
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });

  private constructor(
    private readonly port: number,
    readonly origin: string,
  ) {}

  static async start(connection: Connection, owner: PrismaClient, email: string): Promise<DeskServer> {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const variables = {
      HOST: '127.0.0.1',
      ADMIN_PORT: String(port),
      ADMIN_ORIGIN: origin,
      DATABASE_URL: formatConnection(connection),
      RAPPORTEUR_SECRET: 'measured'.repeat(8),
    };
    await startServer(port, ['--import', 'tsx', 'server.ts'], { cwd: folder, path: '/sign-in', variables });
    const desk = new DeskServer(port, origin);
    await desk.signIn(await createSignInLink(owner, { email, baseUrl: origin }));
    return desk;
  }

  private async signIn(link: string): Promise<void> {
    const token = new URL(link).searchParams.get('token') ?? '';
    const type = 'application/x-www-form-urlencoded';
    const answer = await this.send('POST', '/sign-in/redeem', `token=${encodeURIComponent(token)}`, type);
    const cookies = [answer.headers['set-cookie'] ?? []].flat();
    if (cookies.length === 0) throw new Error(`signing in was answered with ${answer.status} and no session`);
    this.cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  }

  /** The cookies of whoever is signed in. */
  get session(): string {
    return this.cookie;
  }

  /** A page, as somebody who is signed in gets it. Refuses anything but a page. */
  async page(path: string): Promise<Answer> {
    const answer = await this.send('GET', path);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  }

  /** A question to a procedure, and what it answered. */
  async ask<T>(procedure: string, input: unknown): Promise<Answer & { data: T }> {
    return this.procedure(
      await this.send('GET', `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`),
    );
  }

  /** A command, and what it answered. */
  async tell<T>(procedure: string, input: unknown): Promise<Answer & { data: T }> {
    return this.procedure(await this.send('POST', `/api/trpc/${procedure}`, JSON.stringify(input), 'application/json'));
  }

  private procedure<T>(answer: Answer): Answer & { data: T } {
    if (answer.status !== 200) throw new Error(`a procedure answered ${answer.status}: ${answer.text.slice(0, 500)}`);
    const { result } = JSON.parse(answer.text) as { result: { data: T } };
    return { ...answer, data: result.data };
  }

  private send(method: string, path: string, body = '', type?: string): Promise<Answer> {
    const headers: OutgoingHttpHeaders = { origin: this.origin, 'sec-fetch-site': 'same-origin' };
    if (this.cookie !== '') headers['cookie'] = this.cookie;
    if (type !== undefined) headers['content-type'] = type;
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: this.port, path, method, headers, agent: this.agent },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text: Buffer.concat(chunks).toString('utf8'),
              milliseconds: performance.now() - began,
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
