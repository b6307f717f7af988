import type { IncomingMessage, ServerResponse } from 'node:http';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { SiteLanguage } from '@rapporteur/domain/translation/languages';
import { isPreflight, ProgramAnswers, type ProgramParts } from '../programs/program-answers';
import { hasBegun, type Address } from './address';
import { isForEveryOrigin } from './cross-origin';
import type { Entry } from './entry';
import { tellHealth } from './health';
import { OverloadError } from './page-cache';
import { patience, PrivateAnswers, type PrivateParts } from './private-answers';
import { takesQuestions } from '../programs/reconciliation';
import { Reading } from './reading';
import { Renewal, type Rendering, type RenewalParts } from './renewal';
import { send } from './send';
import { Telling } from './telling';
import { chooseStamp, leadTo, readAcceptDatetime, readBounds } from './time-gate';
import type { Trouble } from './trouble';

/** What the site's handler works with; the watcher and the renderer are named by what is asked of them. */
export interface SiteParts extends PrivateParts, ProgramParts, RenewalParts {
  watcher: RenewalParts['watcher'] & { check(limit: number): Promise<void> };
  /** The page that tells of a trouble, in the look of the site; without it a plain one does. */
  troublePage: (what: Trouble, language: SiteLanguage) => Buffer | undefined;
  /** What addresses of this site begin with. */
  origin: string;
  now: () => number;
  /** Called once for every request that failed through no fault of its sender. */
  onError: (error: unknown, path: string) => void;
}

const notADate =
  'Accept-Datetime must be a date of HTTP in GMT, such as “Thu, 30 Nov 2023 12:00:00 GMT”. Without it the newest state is given.';

/** Answers readers: from the cache when the record has not moved on, by rendering when it has. */
export class SiteHandler {
  /** Set when the server is about to stop, so that no balancer sends more readers. */
  draining = false;
  private warm = false;
  private readonly reading = new Reading();
  private readonly answers: Renewal;
  private readonly telling: Telling;
  private readonly privately: PrivateAnswers;
  private readonly programs: ProgramAnswers;

  constructor(private readonly parts: SiteParts) {
    this.telling = new Telling(parts.troublePage, parts.origin);
    this.answers = new Renewal(parts);
    this.privately = new PrivateAnswers(parts, {
      tell: (response, what, wait) => this.telling.tell(response, what, wait),
      page: (address, request, response) => this.answer(address, request, response),
    });
    this.programs = new ProgramAnswers(parts, {
      telling: this.telling,
      answer: (address, request, response, more) =>
        this.sendReady(address, request, response, more) ? undefined : this.answer(address, request, response, more),
    });
  }

  /** The listener for `node:http`. It never throws and always ends the response. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    const address = this.reading.address(request.url ?? '/');
    if (address.to === 'alerts' && request.method === 'POST' && address.act !== null) {
      this.privately
        .alerts(address, request, response)
        .catch((error: unknown) => this.fail(error, '/alerts/…', response));
      return;
    }
    if (request.method === 'POST' && takesQuestions(address)) {
      this.programs
        .question(address, request, response)
        .catch((error: unknown) => this.fail(error, address.path, response));
      return;
    }
    if (isPreflight(address, request)) return this.programs.preflight(response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', methodsAt(address).join(', '));
      return this.telling.plain(response, 405, 'This site is for reading', 'Only GET and HEAD are answered here.');
    }
    if ('transfer-encoding' in request.headers || (request.headers['content-length'] ?? '0') !== '0') {
      response.setHeader('connection', 'close');
      return this.telling.plain(response, 400, 'Bad request', 'A request to read has no body.');
    }
    switch (address.to) {
      case 'page':
      case 'asset':
        if (this.sendReady(address, request, response)) return;
        this.answer(address, request, response).catch((error: unknown) => this.fail(error, address.path, response));
        return;
      case 'data':
        if (!isForEveryOrigin(address.path)) return this.telling.nothing(response);
        this.programs
          .answer(address, request, response)
          ?.catch((error: unknown) => this.fail(error, address.path, response));
        return;
      case 'timegate':
        this.answer(address, request, response).catch((error: unknown) => this.fail(error, address.path, response));
        return;
      case 'preview':
        this.privately
          .preview(address, request, response)
          .catch((error: unknown) => this.fail(error, '/preview/…', response));
        return;
      case 'alerts':
        this.privately
          .alerts(address, request, response)
          .catch((error: unknown) => this.fail(error, '/alerts/…', response));
        return;
      case 'health':
        return tellHealth(response, this.isWell(address.check));
      case 'redirect':
        return this.telling.lead(response, address.location);
      case 'nowhere':
        return this.telling.nothing(response);
      case 'refused':
        return this.telling.refuse(response, address.reason, address.issues);
    }
  };

  /**
   * Makes the home page before any reader asks for it, and lets the site be called ready. The first page of a process
   * costs as much as its whole start (modules, compiled queries): on a busy machine a reader would wait for it many
   * seconds. Gives whether the page could be made.
   */
  async warmUp(): Promise<boolean> {
    const home = this.reading.address('/');
    if (home.to !== 'page' || this.parts.watcher.version === null) return false;
    try {
      this.warm = (await this.answers.renew(home)).status < 500;
    } catch (error) {
      this.parts.onError(error, home.path);
    }
    return this.warm;
  }

  /** Answers with what is in the cache and made already, without waiting. Says whether it did. */
  private sendReady(
    { key }: Exclude<Rendering, { to: 'timegate' }>,
    request: IncomingMessage,
    response: ServerResponse,
    more: readonly string[] = [],
  ): boolean {
    const entry = this.answers.fresh(key);
    const ready = entry?.peek(this.reading.encoding(request));
    if (entry === undefined || ready === undefined) return false;
    send(request, response, entry.status, ready, more);
    return true;
  }

  private async answer(
    address: Rendering,
    request: IncomingMessage,
    response: ServerResponse,
    more: readonly string[] = [],
  ): Promise<void> {
    const { watcher } = this.parts;
    if (address.to !== 'asset' && !hasBegun(address, this.parts.now())) {
      return this.telling.tell(response, 'future', 0, undefined, more);
    }
    if (address.to !== 'asset' && watcher.version === null) {
      if (this.answers.stale(address) === undefined) await watcher.check(patience);
      if (watcher.version === null) return this.away(address, request, response, more);
    }
    let entry = this.answers.fresh(address.key);
    if (entry === undefined) {
      try {
        entry = await this.answers.renew(address);
      } catch (error) {
        if (error instanceof OverloadError) return this.telling.tell(response, 'busy', 0, undefined, more);
        await this.checkAfterFailure(address);
        if (this.isAway(address)) return this.away(address, request, response, more);
        if (error instanceof RapporteurError && error.code === 'unavailable')
          return this.telling.tell(response, 'busy', 0, undefined, more);
        throw error;
      }
      // That something is not offered (501) is an answer, and no failure.
      if (entry.status >= 500 && entry.status !== 501) {
        await this.checkAfterFailure(address);
        if (this.isAway(address)) return this.away(address, request, response, more);
        throw new Error(`the renderer answered ${entry.status}`);
      }
    }
    if (address.to === 'timegate' && entry.status === 200) return this.lead(address.page, entry, request, response);
    send(request, response, entry.status, await entry.represent(this.reading.encoding(request)), more);
  }

  /** Leads to the state of a page that was there at the instant that was asked for (RFC 7089 §4.1, 302). */
  private lead(page: string, bounds: Entry, request: IncomingMessage, response: ServerResponse): void {
    const asked = [request.headers['accept-datetime'] ?? []].flat().join(',');
    const wanted = asked === '' ? null : readAcceptDatetime(asked);
    response.setHeader('vary', 'accept-datetime');
    if (asked !== '' && wanted === null) return this.telling.tell(response, 'unreadable', 0, notADate);
    const stamp = chooseStamp(readBounds(bounds.body.toString()), wanted, new Date(this.parts.now()));
    leadTo(response, page, stamp);
  }

  private async checkAfterFailure(address: Rendering): Promise<void> {
    if (address.to !== 'asset') await this.parts.watcher.check(patience);
  }

  private isAway(address: Rendering): boolean {
    return address.to !== 'asset' && this.parts.watcher.version === null;
  }

  private async away(
    address: Rendering,
    request: IncomingMessage,
    response: ServerResponse,
    more: readonly string[],
  ): Promise<void> {
    const entry = this.answers.stale(address);
    if (entry === undefined) return this.telling.tell(response, 'away', 0, undefined, more);
    const encoding = this.reading.encoding(request);
    const made = this.answers.isFresh(entry.stamp) ? entry.represent(encoding) : entry.representStale(encoding);
    send(request, response, entry.status, await made, more);
  }

  private isWell(check: 'live' | 'ready'): boolean {
    return check === 'live' || (this.warm && this.parts.watcher.version !== null && !this.draining);
  }

  private fail(error: unknown, path: string, response: ServerResponse): void {
    this.parts.onError(error, path);
    if (response.headersSent) response.destroy();
    else this.telling.tell(response, 'failed');
  }
}

/** What may be asked of an address. */
const methodsAt = (address: Address): string[] => [
  'GET',
  'HEAD',
  ...(address.to === 'data' && isForEveryOrigin(address.path) ? ['OPTIONS'] : []),
  ...(takesQuestions(address) ? ['POST'] : []),
];
