import { kinds } from '@rapporteur/domain/kinds';
import type { RecordView } from '@rapporteur/domain/views';
import { recordsOf } from '@rapporteur/ui/testing/fixtures';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { datasetOf, StructuredData, structuredData } from './structured-data';

// Case E03 of the security catalogue: texts that would end the script they stand in.
const breakouts = [
  '</script><script>alert(1)</script>',
  '</SCRIPT\t>',
  '<!--<script>',
  '-->',
  ']]>',
  '\u2028\u2029',
  '&lt;/script&gt;',
  '\\u003c/script>',
];

// What no text of a record holds.
const storable = (text: string) => !/[\p{Cc}\p{Surrogate}\ufffe\uffff]/u.test(text);

/** The data of a record as a parser of HTML finds it: up to the first end of the script. Null where there are more. */
function readBack(html: string): unknown {
  const [, text, rest] = /^<script type="application\/ld[+]json">(.*?)<\/script(.*)$/is.exec(html) ?? [];
  return rest === '>' && !/<(?:!--|script)/i.test(text ?? '') ? JSON.parse(text ?? '') : null;
}

const markup = (record: RecordView) => renderToStaticMarkup(<StructuredData record={record} />);
const nameIn = (data: unknown) => (data as { name: string } | null)?.name;

describe('the data of a record in its page', () => {
  it.each(kinds)('reads back as it was written, whatever its texts hold: %s', (kind) => {
    const texts = fc.oneof(fc.constantFrom(...breakouts), fc.string({ unit: 'binary' }).filter(storable));
    fc.assert(
      fc.property(texts, (text) => {
        const record = recordsOf((words) => words + text)[kind];
        const data = readBack(markup(record));
        expect(nameIn(data)).toBe(record.title);
        expect(Object.keys(data as object)).toEqual(
          Object.keys(readBack(markup(recordsOf((words) => words)[kind])) as object),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('would be noticed to end early', () => {
    const careless = `<script type="application/ld+json">${JSON.stringify({ name: breakouts[0] })}</script>`;
    expect(readBack(careless)).toBeNull();
  });
});

// What each type of schema.org is a kind of, and what it has of its own: as far as the pages use it.
const types: Record<string, { of: string | null; has: string[] }> = {
  Thing: {
    of: null,
    has: ['name', 'url', 'alternateName', 'description', 'identifier', 'mainEntityOfPage', 'sameAs'],
  },
  CreativeWork: {
    of: 'Thing',
    has: [
      'abstract',
      'archivedAt',
      'author',
      'correction',
      'dateCreated',
      'dateModified',
      'datePublished',
      'encodingFormat',
      'headline',
      'inLanguage',
      'isAccessibleForFree',
      'isBasedOn',
      'license',
      'publisher',
      'text',
      'version',
    ],
  },
  WebPage: { of: 'CreativeWork', has: [] },
  NewsArticle: { of: 'CreativeWork', has: [] },
  Claim: { of: 'CreativeWork', has: [] },
  Quotation: { of: 'CreativeWork', has: ['spokenByCharacter'] },
  CorrectionComment: { of: 'CreativeWork', has: [] },
  Dataset: { of: 'CreativeWork', has: ['distribution'] },
  DataDownload: { of: 'CreativeWork', has: ['contentSize', 'contentUrl', 'sha256'] },
  Event: { of: 'Thing', has: ['location', 'startDate'] },
  Person: { of: 'Thing', has: [] },
  Organization: { of: 'Thing', has: [] },
  Country: { of: 'Thing', has: [] },
};
const schema = 'http://schema.org/';

function propertiesOf(type: string): string[] {
  const known = types[type];
  if (known === undefined) throw new Error(`schema.org has no type ${type} here`);
  return [...known.has, ...(known.of === null ? [] : propertiesOf(known.of))];
}

/** The nodes of a document, expanded without asking anybody for the context. */
async function nodesOf(data: object): Promise<Record<string, unknown>[]> {
  const context = { '@context': { '@vocab': schema } };
  const documentLoader = (url: string) =>
    url === 'https://schema.org'
      ? Promise.resolve({ document: context, documentUrl: url, contextUrl: '' })
      : Promise.reject(new Error(`asks for ${url}`));
  const flat: unknown = await jsonld.flatten(data as jsonld.JsonLdDocument, undefined, { documentLoader });
  return flat as Record<string, unknown>[];
}

const misplaced = (nodes: readonly Record<string, unknown>[]) =>
  nodes.flatMap((node) => {
    const [type] = (node['@type'] ?? []) as string[];
    // What is only named, such as a speaker, has a name and no type.
    const allowed = type === undefined ? ['name'] : propertiesOf(type.replace(schema, ''));
    return Object.keys(node).filter((key) => !key.startsWith('@') && !allowed.includes(key.replace(schema, '')));
  });

describe('the words of schema.org', () => {
  const records = recordsOf((words) => words);

  it.each(kinds)('are used of what they may be said of, and lose nothing when they are expanded: %s', async (kind) => {
    const data = structuredData(records[kind]);
    const nodes = await nodesOf(data);
    expect(misplaced(nodes)).toEqual([]);
    // A correction and the sources are told of every kind, of the work itself or of the page about it.
    const told = JSON.stringify(nodes);
    expect(nodes.filter(({ '@type': type }) => String(type) === `${schema}CorrectionComment`)).toMatchObject([
      { [`${schema}text`]: [{ '@value': 'The passage had been missed.' }] },
    ]);
    expect(told).toContain(`${schema}isBasedOn`);
    expect(nodes.some(({ '@id': id }) => String(id).endsWith('/sources/the-source'))).toBe(true);
  });

  it('say who is quoted, what is reported, and where a source is archived', () => {
    const { statement, source, article, actor } = records;
    if (statement.kind !== 'statement' || source.kind !== 'source') throw new Error('records of other kinds');
    const speaker = { '@id': expect.stringMatching(/\/actors\/the-actor$/), name: actor.title };
    const said = (speech: 'direct' | 'indirect') =>
      structuredData({ ...statement, content: { ...statement.content, speech } });
    expect(said('direct')).toMatchObject({ '@type': 'Quotation', spokenByCharacter: speaker });
    expect(said('indirect')).toMatchObject({ '@type': 'Claim', author: speaker });
    expect(Object.keys(said('direct'))).not.toContain('author');
    const addresses = { address: 'https://example.org/a', archivedAddress: 'https://archive.example.org/a' };
    expect(structuredData({ ...source, content: { ...source.content, ...addresses } })).toMatchObject({
      sameAs: addresses.address,
      archivedAt: addresses.archivedAddress,
    });
    expect(structuredData(article)['@type']).toBe('NewsArticle');
  });

  it('name no source that was withdrawn, and no correction where there is none', () => {
    const { article } = records;
    const withdrawn = article.citations.map((citation) => {
      const { passage } = citation;
      return {
        ...citation,
        passage: { ...passage, source: { ...passage.source, state: 'withdrawn' as const, title: null } },
      };
    });
    const data = structuredData({ ...article, citations: withdrawn, change: { ...article.change, action: 'update' } });
    expect(Object.keys(data).filter((key) => ['isBasedOn', 'correction'].includes(key))).toEqual([]);
  });

  it('describe the whole record as a data set, file by file', async () => {
    const file = { path: 'statements.csv', mediaType: 'text/csv', bytes: 12, sha256: 'ab'.repeat(32) };
    const licence = { id: 'CC0-1.0', title: 'A licence', address: 'https://licence.example.org/' };
    const at = '2024-01-31T12:00:00.000Z';
    const view = { version: 7, recordedAt: at, madeAt: at, recordHash: 'cd'.repeat(32), licence, files: [file] };
    const data = datasetOf(view, { name: 'Open data', description: 'All of it.' });
    const nodes = await nodesOf(data);
    expect(misplaced(nodes)).toEqual([]);
    expect(data).toMatchObject({
      '@type': 'Dataset',
      version: '7',
      license: licence.address,
      distribution: [{ contentUrl: expect.stringMatching(/\/data\/7\/statements\.csv$/), sha256: file.sha256 }],
    });
  });
});

it('would be noticed to say of a state what is said of works', async () => {
  const nodes = await nodesOf({ '@context': 'https://schema.org', '@type': 'Country', version: '1' });
  expect(misplaced(nodes)).toEqual([`${schema}version`]);
});
