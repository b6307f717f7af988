import { actorsOf, candidatesFor, certain, type Candidate, type Sought } from '@rapporteur/core/reconcile/candidates';
import { linksTo } from '@rapporteur/core/record/links';
import { identifierSchemes } from '@rapporteur/domain/content/actor';
import { kindOfId } from '@rapporteur/domain/ids';
import type { PublicContext } from '../context';
import { asRecorded, properties, schemesOf, typeOf } from './properties';
import { actorTypesIn, type Extension, type ReconciliationQuery } from './queries';

/** Answers a batch of queries, each under the name that the client gave it. */
export function reconcile({ read }: PublicContext, queries: Readonly<Record<string, ReconciliationQuery>>) {
  const asked = Object.entries(queries);
  return read(async (published) => {
    const [candidates, named] = await Promise.all([
      candidatesFor(
        published,
        asked.map(([, query]) => soughtBy(query)),
      ),
      // Whoever has an id already is answered by it.
      actorsOf(
        published,
        asked.flatMap(([, { query = '' }]) => (kindOfId(query) === 'actor' ? [query] : [])),
      ),
    ]);
    return Object.fromEntries(
      asked.map(([name, { query = '', limit }], at) => {
        const itself = named.get(query);
        const found = itself === undefined ? (candidates[at] ?? []) : [identified(itself)];
        const sure = certain(found);
        return [name, { result: found.slice(0, limit).map((candidate) => told(candidate, candidate === sure)) }];
      }),
    );
  });
}

const identified = (actor: Candidate['actor']): Candidate => ({
  actor,
  score: 100,
  features: { name: 0, identifier: true },
});

function soughtBy({ query = '', type, properties: given }: ReconciliationQuery): Sought {
  const identifiers = given.flatMap(({ pid, v }) =>
    schemesOf(pid).flatMap((scheme) =>
      v.map((value) => ({ scheme, value: asRecorded(scheme, typeof value === 'object' ? value.id : String(value)) })),
    ),
  );
  // What looks like a code may be one, such as HUN or Q28, or a name, such as an acronym.
  const isCode = /^(?:[A-Z]{2,3}|Q[1-9]\d*)$/.test(query.trim());
  const codes = isCode ? identifierSchemes.map((scheme) => ({ scheme, value: query.trim() })) : [];
  return {
    name: query.trim() === '' ? null : query,
    identifiers,
    codes,
    types: actorTypesIn(type),
  };
}

function told({ actor: { id, title, content }, score, features }: Candidate, match: boolean) {
  return {
    id,
    name: title,
    ...(content.description === null ? {} : { description: content.description }),
    type: typeOf(content.type),
    score,
    match,
    features: [
      { id: 'name', value: features.name },
      ...(features.identifier === null ? [] : [{ id: 'identifier', value: features.identifier }]),
    ],
  };
}

/** Values of properties of actors. What is no public actor, and what is no property, has none. */
export function extend({ read }: PublicContext, { ids, properties: wanted }: Extension) {
  const asked = properties.filter(({ id }) => wanted.some((want) => want.id === id));
  return read(async (published) => {
    const actors = await actorsOf(published, ids);
    const organisations = [...actors.values()].flatMap(({ content }) =>
      content.memberships.map((one) => one.organisation),
    );
    const links = asked.some(({ type }) => type !== undefined) ? await linksTo(published, organisations) : new Map();
    const rows = ids.map((id) => {
      const actor = actors.get(id);
      const cells = wanted.map(({ id: name }) => {
        const property = asked.find((one) => one.id === name);
        return [name, actor === undefined ? [] : (property?.valuesOf(actor, links) ?? [])] as const;
      });
      return [id, Object.fromEntries(cells)] as const;
    });
    return {
      meta: asked.map(({ id, name, type }) => ({ id, name, ...(type === undefined ? {} : { type }) })),
      rows: Object.fromEntries(rows),
    };
  });
}
