import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathIn } from '@rapporteur/domain/translation/languages';
import { alertHeaders, type AlertDoor } from '../alerts/alert-door';
import { nowhere, parseAddress, type Address } from './address';
import { OverloadError } from './page-cache';
import { GuessedError, privateHeaders, type Previews } from './preview';
import type { Trouble } from './trouble';

/** How long a request waits for a database that has just gone, before it is told so: milliseconds. */
export const patience = 300;

/** What answers to one reader alone are made with. */
export interface PrivateParts {
  watcher: { readonly version: number | null; check(limit: number): Promise<void> };
  previews: Pick<Previews, 'page'>;
  alerts: Pick<AlertDoor, 'answer'>;
  /** From which address a request came. */
  clientOf: (request: IncomingMessage) => string;
}

type AddressOf<T extends Address['to']> = Extract<Address, { to: T }>;

/** What the site does for them, as for everybody: it says what is wrong, and shows a page. */
interface Site {
  tell: (response: ServerResponse, what: Trouble, wait?: number) => void;
  page: (address: AddressOf<'page'>, request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Answers what is for one reader alone, previews and alerts by mail: made for a request, and kept nowhere. */
export class PrivateAnswers {
  constructor(
    private readonly parts: PrivateParts,
    private readonly site: Site,
  ) {}

  /** Shows a preview to whoever holds its token. */
  async preview(
    { token, language }: AddressOf<'preview'>,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { watcher, previews, clientOf } = this.parts;
    if (watcher.version === null) await watcher.check(patience);
    if (watcher.version === null) return this.site.tell(response, 'away');
    try {
      const page = await previews.page(token, clientOf(request), language);
      // A token that does not work, for whatever reason, is an address at which there is nothing.
      if (page === null) {
        const nothing = parseAddress(pathIn(language, nowhere)) as AddressOf<'page'>;
        return await this.site.page(nothing, request, response);
      }
      response.writeHead(200, [...privateHeaders, 'content-length', String(page.length)]);
      response.end(page);
    } catch (error) {
      await this.tellOf(error, response);
    }
  }

  /** Answers whoever asks for mail, confirms it or leaves. */
  async alerts(address: AddressOf<'alerts'>, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { alerts, clientOf } = this.parts;
    try {
      const outcome = await alerts.answer(address, request, clientOf(request));
      // What was not read of a request would be taken for the next one.
      if (!request.complete) response.setHeader('connection', 'close');
      if ('trouble' in outcome) return this.site.tell(response, outcome.trouble, outcome.wait);
      if ('seeOther' in outcome) {
        response.writeHead(303, [...alertHeaders, 'location', outcome.seeOther, 'content-length', '0']);
        response.end();
        return;
      }
      response.writeHead(outcome.status, [...alertHeaders, 'content-length', String(outcome.page.length)]);
      response.end(outcome.page);
    } catch (error) {
      await this.tellOf(error, response);
    }
  }

  /** Tells a reader of a failure that has a name; throws any other. */
  private async tellOf(error: unknown, response: ServerResponse): Promise<void> {
    if (error instanceof OverloadError) return this.site.tell(response, 'busy');
    if (error instanceof GuessedError) return this.site.tell(response, 'guessed', error.wait);
    await this.parts.watcher.check(patience);
    if (this.parts.watcher.version !== null) throw error;
    this.site.tell(response, 'away');
  }
}
