import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { original, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { isCardPath } from './card';
import type { Rendered } from './entry';

const largest = 32 * 1024 * 1024;

const languageHeader = (language: SiteLanguage): Record<string, string> =>
  language === original ? {} : { 'x-rapporteur-language': language };

/**
 * Asks the inner server for complete answers over its private socket. Nothing of a reader's request but the address goes
 * in: what every reader sends the same way cannot make one reader's page another's.
 */
export class Renderer {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(
    private readonly socketPath: string,
    private readonly host: string,
    private readonly limit: number,
  ) {}

  /**
   * Renders an address in a language, as it stands or as it stood at an instant, from a record that knows of publication
   * `version`. Rejects when no complete answer came in time.
   */
  render(path: string, language: SiteLanguage, instant: Date | null, version: number | null): Promise<Rendered> {
    return this.ask(path, {
      ...languageHeader(language),
      ...(isCardPath(path) ? { 'x-rapporteur-card': '1' } : {}),
      ...(instant === null ? {} : { 'x-rapporteur-as-of': instant.toISOString() }),
      ...(version === null ? {} : { 'x-rapporteur-version': String(version) }),
    });
  }

  /** Renders the preview of a token, framed in a language. The token goes in a header of its own, because addresses are logged. */
  preview(token: string, language: SiteLanguage): Promise<Rendered> {
    return this.ask('/preview', { ...languageHeader(language), 'x-rapporteur-preview': token });
  }

  private ask(path: string, own: Record<string, string>): Promise<Rendered> {
    const headers = { host: this.host, accept: '*/*', 'user-agent': 'rapporteur', ...own };
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(this.limit);
      const outgoing = request(
        { socketPath: this.socketPath, path, headers, agent: this.agent, signal },
        (incoming) => {
          const chunks: Buffer[] = [];
          let size = 0;
          incoming.on('data', (chunk: Buffer) => {
            size += chunk.length;
            if (size > largest) incoming.destroy(new Error(`the answer for ${path} exceeds ${largest} bytes`));
            else chunks.push(chunk);
          });
          incoming.on('error', reject);
          incoming.on('end', () => {
            resolve({
              status: incoming.statusCode ?? 500,
              headers: flatten(incoming.headers),
              body: Buffer.concat(chunks),
            });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end();
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function flatten(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') flat[name] = value;
  }
  return flat;
}
