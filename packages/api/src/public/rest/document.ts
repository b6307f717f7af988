import { contentSchemas } from '@rapporteur/domain/content/content';
import { writtenMoment } from '@rapporteur/domain/instant';
import { kindNames, kinds } from '@rapporteur/domain/kinds';
import {
  citationView,
  passageView,
  positionSummary,
  publicationView,
  recordLink,
  statementSummary,
  tombstoneView,
  total,
} from '@rapporteur/domain/views';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Endpoint, Shape } from './endpoint';
import { endpoints } from './endpoints';
import { fieldNames } from './fields';
import { exampleChanges } from './examples/log';
import { typeIn } from './parameters';
import { anchorOf, explained, problemDocument, type Explained } from './problem';
import { tags } from './whole';

type Document = ReturnType<typeof createDocument>;

const known = new Map<string, Buffer>();

/** The OpenAPI 3.1 document of the interface, for an installation at an origin. */
export function openApiDocument(origin: string): Buffer {
  const made = known.get(origin) ?? Buffer.from(JSON.stringify(describe(origin)));
  known.set(origin, made);
  return made;
}

/** What is named in the document, and not written out wherever it stands. */
const named: Readonly<Record<string, z.ZodType>> = {
  RecordLink: recordLink,
  Passage: passageView,
  Citation: citationView,
  PositionSummary: positionSummary,
  StatementSummary: statementSummary,
  Total: total,
  Publication: publicationView,
  Tombstone: tombstoneView,
  Problem: problemDocument,
  ...Object.fromEntries(kinds.map((kind) => [`${kindNames[kind].singular}Content`, contentSchemas[kind]])),
};
for (const [id, schema] of Object.entries(named)) z.globalRegistry.add(schema, { ...schema.meta(), id });

/** The same as an object: what the reference page and the tests read. */
export function describe(origin: string): Document {
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Rapporteur',
        version: '1',
        description: introduction,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: `${origin}/api/v1` }],
      security: [{}, { token: [] }],
      tags: [...tags],
      paths: { ...paths(), '/changes/stream': { get: stream() } },
      components: {
        responses,
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description:
              'An API token of the desk. It reads nothing more; it has a larger budget of requests of its own.',
          },
        },
      },
    },
    { override: ({ jsonSchema }) => void delete (jsonSchema as { ref?: unknown }).ref },
  );
}

const introduction = [
  'Reads of the public record. Every answer is the same for everybody, has a strong `ETag`, and answers `304` while nothing was published.',
  'Lists run by cursor: follow the `Link` header with `rel="next"`. `fields` chooses what an answer holds; members that it leaves out are missing, required or not.',
  '`asOf` reads the record as it stood, at every address but that of downloads. A day (`2031-05-04`), a minute and a second mean their end in UTC, because what changed within them belongs to them; today is now. An instant with a fraction of a second is that instant. `/at/<stamp>` in front of the path reads at the end of the second that the stamp names (`20310504120000`).',
  'Errors are problem documents (RFC 9457). Requests are counted by address: `RateLimit` and `RateLimit-Policy` say how many are left.',
].join('\n\n');

function paths(): ZodOpenApiPathsObject {
  return Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, { get: operation(endpoint) }]));
}

const asOf = writtenMoment.optional().meta({
  description:
    'The moment of record time at which to read: the end of a day (UTC), minute or second, or an instant to the millisecond.',
  example: '2031-05-04',
});

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const names = fieldNames(endpoint);
  const fields =
    names.length === 0
      ? {}
      : {
          fields: z
            .array(z.enum(names))
            .optional()
            .meta({ description: 'The fields wanted, with commas between them.' }),
        };
  const past = endpoint.ofThePresent ? {} : { asOf };
  const query = z.object(mapValues({ ...endpoint.query, ...fields, ...past }, asList));
  const isOfOne = Object.keys(endpoint.parameters).length > 0;
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
    requestParams: { query, ...(isOfOne ? { path: z.object(endpoint.parameters) } : {}) },
    responses: {
      '200': {
        description: 'The answer.',
        headers: headersOf(endpoint),
        content: { 'application/json': { schema: endpoint.answer, example: endpoint.example } },
      },
      '304': { description: 'Nothing has changed since the answer of that `ETag`.' },
      ...(movesFrom(endpoint) ? { '308': { description: 'The record was merged: it is at `Location` now.' } } : {}),
      ...refusals([
        'invalid_input',
        ...(isOfOne || endpoint.mayLack || endpoint.ofThePresent ? (['not_found'] as const) : []),
        ...(isOfOne ? (['gone'] as const) : []),
      ]),
    },
  };
}

/** A list is one parameter with commas, not one for each of its values. */
const asList = (schema: z.ZodType): z.ZodType =>
  typeIn(schema) === 'array' ? schema.meta({ ...schema.meta(), param: { style: 'form', explode: false } }) : schema;

const mapValues = (shape: Shape, change: (schema: z.ZodType) => z.ZodType): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, change(schema)]));

const movesFrom = ({ path }: Endpoint): boolean => path.includes('{key}');

/** The refusals that an endpoint gives, and those that every one does. */
function refusals(codes: readonly Explained[]) {
  const all: readonly Explained[] = [...codes, 'unauthenticated', 'limit_exceeded', 'failed', 'unavailable'];
  return Object.fromEntries(
    explained.flatMap(({ code, status }) =>
      all.includes(code) ? [[`${status}` as '400', { $ref: `#/components/responses/${code}` }]] : [],
    ),
  );
}

const responses = Object.fromEntries(
  explained.flatMap(({ code, status, title }) => {
    // What is asked with another method is described nowhere else.
    if (code === 'method_not_allowed') return [];
    const example = {
      type: `https://record.example/api/v1/docs#${anchorOf(code)}`,
      title,
      status,
      detail: 'What is wrong, and what to do.',
      instance: '/api/v1/actors',
    };
    const content = { 'application/problem+json': { schema: problemDocument, example } };
    return [[code, { description: `${title}.`, content }]];
  }),
);

const header = (description: string) => ({ description, schema: { type: 'string' as const } });

function headersOf({ query }: Endpoint) {
  return {
    ETag: header('A strong tag of exactly this answer, for `If-None-Match`.'),
    RateLimit: header('How many requests are left, and for how many seconds.'),
    ...('limit' in query
      ? { Link: header('The first page (`first`) and the one after this (`next`), as RFC 8288 has it.') }
      : {}),
  };
}

/** The change feed as server-sent events: no answer that a cache could hold, so it is described apart. */
function stream(): ZodOpenApiOperationObject {
  const [event] = exampleChanges.items;
  return {
    operationId: 'streamChanges',
    tags: ['Log'],
    summary: 'Be told of changes as they are published',
    description:
      'Server-sent events. Each is a change as `/changes` gives it, under its sequence number, so that a browser that comes back goes on where it was (`Last-Event-ID`). A comment comes every 20 seconds. A `reset` event says that your number is above the newest: the site was restored from a backup. Empty your copy; everything follows from the beginning. The number of open streams is bounded: where all are taken, the answer is 503 with `Retry-After`.',
    requestParams: {
      query: z.object({
        after: z.int().min(0).optional().meta({ description: 'Where to begin; without it, with what comes next.' }),
      }),
      header: z.object({
        'Last-Event-ID': z.string().optional().meta({ description: 'The number of the last event that was seen.' }),
      }),
    },
    responses: {
      '200': {
        description: 'The stream.',
        content: {
          'text/event-stream': {
            schema: { type: 'string' },
            example: `id: 42\nevent: change\ndata: ${JSON.stringify(event)}\n\n`,
          },
        },
      },
      ...refusals(['invalid_input']),
    },
  };
}
