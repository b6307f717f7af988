import { actorsOf } from '@rapporteur/core/reconcile/candidates';
import { mostSuggested, suggest } from '@rapporteur/core/search/suggest';
import { RapporteurError } from '@rapporteur/domain/errors';
import { kindOfId } from '@rapporteur/domain/ids';
import { segmentOf } from '@rapporteur/domain/kinds';
import { createPublicContext, type PublicContext } from '../context';
import type { RestAnswer, RestRequest } from '../rest/answer';
import { refusalOf } from '../rest/problem';
import { readQuery } from '../rest/query';
import { manifest } from './manifest';
import { previewOf } from './preview';
import { properties, types } from './properties';
import { readBatch, readExtension } from './queries';
import { extend, reconcile } from './reconcile';

/** Where the service is. */
const root = '/api/reconcile';

type Parameters = ReadonlyMap<string, string>;

/**
 * Answers the Reconciliation Service API 0.2 for actors, so that OpenRefine and others match names with the record. A form that
 * was posted comes as the query of the target. What its sender can mend is a problem document; rejects for other failures.
 */
export async function answerReconciliation(
  asked: RestRequest,
  contextOf: (asked: { asOf: string | null; version: number | null }) => PublicContext = createPublicContext,
): Promise<RestAnswer> {
  const at = asked.target.indexOf('?');
  const path = at < 0 ? asked.target : asked.target.slice(0, at);
  try {
    const context = contextOf({ asOf: asked.instant?.toISOString() ?? null, version: asked.version });
    return await answerAt(
      path.slice(root.length),
      readQuery(at < 0 ? '' : asked.target.slice(at + 1)),
      context,
      asked.origin,
    );
  } catch (error) {
    const { status, document } = refusalOf(error, asked.origin, path);
    return {
      status,
      headers: { 'content-type': 'application/problem+json' },
      body: Buffer.from(JSON.stringify(document)),
    };
  }
}

async function answerAt(below: string, given: Parameters, context: PublicContext, origin: string): Promise<RestAnswer> {
  const [, what, id] = /^\/(view|preview)\/([^/]+)$/.exec(below) ?? [];
  if (what !== undefined && id !== undefined) {
    only(given);
    const actor =
      kindOfId(id) === 'actor' ? (await context.read((published) => actorsOf(published, [id]))).get(id) : undefined;
    if (actor === undefined) throw new RapporteurError('not_found', 'No public actor has this id.');
    if (what === 'view') return seeOther(`${origin}/${segmentOf('actor')}/${actor.slug}`);
    return {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: Buffer.from(previewOf(actor, origin)),
    };
  }
  switch (below) {
    case '':
      return json(await serve(given, context, origin));
    case '/suggest/entity':
      return json(await suggested(typed(given), context));
    case '/suggest/type':
      return json(among(types, typed(given)));
    case '/suggest/property':
      return json(
        among(
          properties.map(({ id: pid, name }) => ({ id: pid, name })),
          typed(given),
        ),
      );
    case '/properties':
      return json(proposed(given));
    default:
      throw new RapporteurError('not_found', `There is nothing at this address. ${origin}${root} says what there is.`);
  }
}

/** The service itself: what it is, a batch of queries, or an extension. */
function serve(given: Parameters, context: PublicContext, origin: string): object | Promise<object> {
  only(given, 'queries', 'extend');
  const [queries, extension] = [given.get('queries'), given.get('extend')];
  if (queries !== undefined && extension !== undefined)
    throw new RapporteurError('invalid_input', 'Give "queries" or "extend", not both.');
  if (queries !== undefined) return reconcile(context, readBatch(queries));
  if (extension !== undefined) return extend(context, readExtension(extension));
  return manifest(origin);
}

interface Typed {
  prefix: string;
  /** How many suggestions are passed over: there is one page of them. */
  cursor: number;
}

/** What was typed, and how many of its suggestions are known already. */
function typed(given: Parameters): Typed {
  only(given, 'prefix', 'cursor');
  const prefix = given.get('prefix') ?? '';
  const cursor = given.get('cursor') ?? '0';
  if (!/^\d{1,6}$/.test(cursor)) throw new RapporteurError('invalid_input', '"cursor" is not a number.');
  if (prefix.length > 100) throw new RapporteurError('limit_exceeded', '"prefix" has more than 100 characters.');
  return { prefix, cursor: Number(cursor) };
}

/** Actors by the beginning of a name, or by their id. */
async function suggested({ prefix, cursor }: Typed, { read }: PublicContext): Promise<{ result: object[] }> {
  const isId = kindOfId(prefix) === 'actor';
  const result = await read(async (published) => {
    const found = prefix === '' || isId ? [] : await suggest(published, prefix, mostSuggested);
    const links = isId
      ? [{ id: prefix, name: null }]
      : found.flatMap(({ record, name }) => (record.kind === 'actor' ? [{ id: record.id, name }] : []));
    const actors = await actorsOf(
      published,
      links.map(({ id }) => id),
    );
    return links.flatMap(({ id, name }) => {
      const actor = actors.get(id);
      if (actor === undefined) return [];
      const { title, content } = actor;
      // Whoever typed another name than the record's own sees which one was found.
      const description = [
        ...(name === null || name === title ? [] : [name]),
        ...(content.description === null ? [] : [content.description]),
      ];
      return [
        {
          id,
          name: title,
          notable: types.filter((type) => type.id === content.type),
          description: description.join(' · '),
        },
      ];
    });
  });
  return { result: result.slice(cursor) };
}

function among<T extends { id: string; name: string }>(all: readonly T[], { prefix, cursor }: Typed): { result: T[] } {
  const begin = prefix.toLowerCase();
  const found = all.filter(({ id, name }) => id.startsWith(begin) || name.toLowerCase().startsWith(begin));
  return { result: found.slice(cursor) };
}

/** The properties that actors of a type may have: the same for all. */
function proposed(given: Parameters) {
  only(given, 'type', 'limit');
  const type = given.get('type') ?? null;
  const limit = given.get('limit') ?? String(properties.length);
  if (!/^[1-9]\d{0,5}$/.test(limit)) throw new RapporteurError('invalid_input', '"limit" is not a number from 1.');
  const known = type === null || types.some(({ id }) => id === type);
  const all = known ? properties.map(({ id, name }) => ({ id, name })) : [];
  return { ...(type === null ? {} : { type }), limit: Number(limit), properties: all.slice(0, Number(limit)) };
}

function only(given: Parameters, ...names: string[]): void {
  const [unknown] = [...given.keys()].filter((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new RapporteurError('invalid_input', `There is no parameter "${unknown.slice(0, 40)}" here.`);
}

const json = (answer: object): RestAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(answer)),
});

const seeOther = (location: string): RestAnswer => ({
  status: 303,
  headers: { 'content-type': 'text/plain; charset=utf-8', location },
  body: Buffer.from(`${location}\n`),
});
