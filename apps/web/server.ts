import { createServer, type IncomingMessage, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { clientOf as clientBehind } from '@rapporteur/api/public/client-address';
import { answerProcedures } from '@rapporteur/api/public/handler';
import { answerReconciliation } from '@rapporteur/api/public/reconcile/answer';
import { answerRest } from '@rapporteur/api/public/rest/answer';
import { Client, Pool } from 'pg';
import { pino } from 'pino';
import { AlertDoor } from './alerts/alert-door';
import { AlertRegister } from './alerts/register';
import { isAsked, isForPrograms, isVariant } from './cache/address';
import type { Entry } from './cache/entry';
import { PageCache } from './cache/page-cache';
import { Previews } from './cache/preview';
import { guessCounter } from './cache/preview-guesses';
import { Renderer } from './cache/renderer';
import { isRest } from './cache/rest-address';
import { SiteHandler } from './cache/site-handler';
import { TroublePages } from './cache/trouble';
import { VersionWatcher } from './cache/version-watcher';
import { DownloadDoor } from './downloads/download-door';
import { Shelf } from './downloads/shelf';
import { chooseProduction, readSettings, SettingsError } from './env';
import { ChangeStreams, type Changes } from './programs/change-streams';
import { ReadLimits } from './programs/read-limits';
import { readsIn } from './programs/shared-reads';
import { isReconciliation } from './programs/reconciliation';
import { tokensIn } from './programs/token';
import { socketPath } from './socket-folder';

const log = pino({ name: 'web' });
const mebibyte = 1024 * 1024;

/** Ends the process for a reason that the person who started it can mend. */
function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

function listen(server: Server, where: { path: string } | { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function main(): Promise<void> {
  const settings = readSettings();
  chooseProduction(settings);
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: import.meta.dirname, quiet: true });
  await app.prepare();

  const innerPath = await socketPath();
  const answerInside = app.getRequestHandler();
  const inner = createServer((request, response) => {
    answerInside(request, response).catch((error: unknown) => {
      log.error({ err: error, path: request.url }, 'the renderer failed');
      response.destroy();
    });
  });
  await listen(inner, { path: innerPath });

  const streams = new ChangeStreams(
    async (after) => {
      const { status, body } = await answerRest({
        target: `/api/v1/changes?after=${after}`,
        instant: null,
        // Another instance may have told more than this one knows of: only who holds that much can say that there is less.
        version: watcher.version === null ? null : Math.max(watcher.version, after),
        origin: settings.origin,
      });
      if (status !== 200) throw new Error(`the changes after ${after} could not be read (status ${status})`);
      return JSON.parse(body.toString()) as Changes;
    },
    (error) => log.error({ err: error }, 'changes could not be told'),
  );
  const cache = new PageCache<Entry>({ maxBytes: 64 * mebibyte, concurrent: 16, waiting: 256 }, [
    { is: isForPrograms, maxBytes: 8 * mebibyte, concurrent: 8, waiting: 256 },
    { is: isAsked, maxBytes: 8 * mebibyte, concurrent: 8, waiting: 256 },
    { is: isVariant, maxBytes: 16 * mebibyte, concurrent: 8, waiting: 256 },
  ]);
  const watcher = new VersionWatcher({
    client: () =>
      new Client({
        connectionString: settings.readerUrl,
        application_name: 'rapporteur-web-watcher',
        connectionTimeoutMillis: 2000,
        query_timeout: 2000,
        keepAlive: true,
      }),
    pollEvery: 2000,
    retryEvery: 1000,
    onLost: (error) => log.error({ err: error }, 'the database is away'),
    onFound: (version) => log.info(version, 'the record is at hand'),
    onMoved: () => streams.wake(),
    onReplaced: () => cache.clear(),
  });
  watcher.start();

  // The little that the site may write: counts of tries, and the register of alerts, by functions of the database.
  const counts = new Pool({
    connectionString: settings.readerUrl,
    application_name: 'rapporteur-web-writes',
    max: 2,
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
  });
  // A lost connection is told to whoever asks next; unheard, it would end the process.
  counts.on('error', () => undefined);
  // Tokens are asked for on connections of their own: whoever floods the site with them holds up none who writes.
  const tokens = new Pool({
    connectionString: settings.readerUrl,
    application_name: 'rapporteur-web-tokens',
    max: 2,
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
  });
  tokens.on('error', () => undefined);
  const readLimits = new ReadLimits(settings.readsPerMinute, tokensIn(tokens));
  const sharing = setInterval(() => {
    readLimits
      .share(readsIn(counts))
      .catch((error: unknown) => log.warn({ err: error }, 'reads are counted here alone'));
  }, 1000);
  const clientOf = (request: IncomingMessage) => clientBehind(request, settings.proxies);
  const files = new Pool({
    connectionString: settings.readerUrl,
    application_name: 'rapporteur-web-downloads',
    max: 4,
    connectionTimeoutMillis: 5000,
    query_timeout: 10_000,
  });
  files.on('error', () => undefined);
  const downloads = new DownloadDoor({
    shelf: new Shelf(files),
    limits: readLimits,
    clientOf,
    onError: (error, path) => log.error({ err: error, path }, 'a file could not be handed out'),
  });
  const renderer = new Renderer(innerPath, `${settings.host}:${settings.port}`, 20_000);
  const troublePages = new TroublePages();
  const rest = (target: string, instant: Date | null, version: number | null) =>
    answerRest({ target, instant, version, origin: settings.origin });
  const site = new SiteHandler({
    cache,
    watcher,
    // What programs read needs no framework: it is answered in this process.
    render: (path, language, instant, version) =>
      isRest(path)
        ? rest(path, instant, version)
        : isReconciliation(path)
          ? answerReconciliation({ target: path, instant, version, origin: settings.origin })
          : path.startsWith('/api/trpc/')
            ? answerProcedures({ target: path, instant, version })
            : renderer.render(path, language, instant, version),
    limits: readLimits,
    streams,
    previews: new Previews((token, language) => renderer.preview(token, language), guessCounter(counts)),
    alerts: new AlertDoor({
      render: (path, language) => renderer.render(path, language, null, null),
      register: new AlertRegister(counts),
      origin: settings.origin,
      open: settings.mailFrom !== null,
    }),
    clientOf,
    origin: settings.origin,
    troublePage: (what, language) => troublePages.page(what, language),
    now: Date.now,
    onError: (error, path) => log.error({ err: error, path }, 'a page could not be made'),
  });
  const limits = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 10_000 };
  const outer = createServer(limits, (request, response) => {
    if (!downloads.takes(request, response)) site.handle(request, response);
  });
  outer.on('upgrade', (_request, socket) =>
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'),
  );
  await listen(outer, { host: settings.host, port: settings.port }).catch((error: NodeJS.ErrnoException) => {
    refuse(
      error.code === 'EADDRINUSE'
        ? `Port ${settings.port} (WEB_PORT) is in use already.`
        : `The site cannot listen: ${error.message}`,
    );
  });
  log.info({ address: `http://${settings.host}:${settings.port}` }, 'the site is open');

  let stopping = false;
  const warmUp = async (): Promise<void> => {
    for (let pause = 100; !stopping; pause = Math.min(2 * pause, 1000)) {
      try {
        await troublePages.prepare((path, language) => renderer.render(path, language, null, null));
        if (await site.warmUp()) return log.info('the site is ready');
      } catch (error) {
        log.error({ err: error }, 'the pages that tell of troubles could not be made yet');
      }
      await delay(pause);
    }
  };
  void warmUp();
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    site.draining = true;
    // Open requests are answered; what still hangs after eight seconds is cut, so that the whole takes less than ten.
    const cut = setTimeout(() => outer.closeAllConnections(), 8000);
    setTimeout(() => process.exit(1), 9500).unref();
    const closed = new Promise((resolve) => outer.close(resolve));
    streams.close();
    outer.closeIdleConnections();
    await closed;
    clearTimeout(cut);
    clearInterval(sharing);
    await watcher.stop();
    await Promise.all([counts.end(), tokens.end(), files.end()]);
    renderer.close();
    inner.close();
    inner.closeAllConnections();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

process.on('unhandledRejection', (error) => log.error({ err: error }, 'a rejection nobody awaited'));

main().catch((error: unknown) => {
  if (error instanceof SettingsError) refuse(error.message);
  log.fatal({ err: error }, 'the site could not start');
  process.exit(1);
});
