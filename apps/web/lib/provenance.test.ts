import { kinds } from '@rapporteur/domain/kinds';
import type { PublicationView, RecordView } from '@rapporteur/domain/views';
import { recordsOf } from '@rapporteur/ui/testing/fixtures';
import jsonld from 'jsonld';
import { expect, it } from 'vitest';
import { provenance } from './provenance';

const site = 'https://record.example.org';

const publication = (
  record: RecordView,
  sequence: number,
  revisionNumber: number | null,
  more = {},
): PublicationView => ({
  sequence,
  record: { id: record.id, kind: record.kind, slug: record.slug, title: record.title, state: 'live' },
  revisionNumber,
  action: revisionNumber === 1 ? 'publish' : 'correct',
  language: null,
  note: 'A note with <b>signs</b>.',
  withdrawn: false,
  recordedAt: `2021-05-0${sequence}T00:00:00.000Z`,
  contentHash: 'ab'.repeat(32),
  previousHash: 'cd'.repeat(32),
  hash: 'ef'.repeat(32),
  ...more,
});

it.each(kinds)('tells how a version came about, up to itself and no further: %s', async (kind) => {
  const record = { ...recordsOf((words) => words)[kind], revisionNumber: 3 } as RecordView;
  const publications = [
    publication(record, 4, 4),
    publication(record, 3, 3),
    publication(record, 2, 1, { action: 'translate', language: 'uk' }),
    publication(record, 1, 1),
  ];
  const told = provenance(record, publications, site);
  const quads = String(await jsonld.toRDF(told as object, { format: 'application/n-quads' }));
  const version = (n: number) => `<${site}/r/${record.id}@${n}>`;
  const prov = (name: string) => `<http://www.w3.org/ns/prov#${name}>`;
  expect(quads).toContain(`${version(3)} ${prov('wasRevisionOf')} ${version(1)}`);
  expect(quads).toContain(`${version(3)} ${prov('wasGeneratedBy')} <${site}/changes#3>`);
  expect(quads).toContain(`<${site}/changes#1> ${prov('endedAtTime')} "2021-05-01T00:00:00.000Z"`);
  // The second was given up before anybody saw it; the fourth came later.
  for (const never of [2, 4]) expect(quads).not.toContain(version(never));
  expect(quads).not.toContain('changes#2');
  const sources = new Set(record.citations.map(({ passage }) => passage.source.slug));
  for (const slug of sources)
    expect(quads).toContain(`${version(3)} ${prov('hadPrimarySource')} <${site}/sources/${slug}>`);
});
