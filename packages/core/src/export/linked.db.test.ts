import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readerConnection } from '@rapporteur/db/connection';
import { recordSnapshot } from '@rapporteur/db/record-snapshot';
import { testDatabase } from '@rapporteur/db/testing/database';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { importBundle } from '../bundle/import';
import { bundleOf, samplePeople, sampleSource } from '../bundle/sample';
import { about, calm, dangerous, exportedRecord } from '../testing/exported-record';
import { dcat } from './dcat';
import { directorySink } from './directory-sink';
import { writePackage } from './write-package';

const { place, writtenTo } = exportedRecord();

describe('what other systems read of an export', () => {
  const quads = async (text: string) =>
    String(await jsonld.toRDF(JSON.parse(text) as object, { format: 'application/n-quads' }));

  it('is a concept scheme of issues, and a catalogue entry with every file', async () => {
    const { at } = await writtenTo('linked');
    const scheme = await quads(readFileSync(path.join(at, 'issues.skos.jsonld'), 'utf8'));
    expect(scheme).toContain(
      '<https://record.example.org/issues> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#ConceptScheme>',
    );
    expect(scheme).toContain(
      '<https://record.example.org/issues> <http://www.w3.org/2004/02/skos/core#hasTopConcept> <https://record.example.org/issues/calm>',
    );
    expect(scheme).toContain(
      '<https://record.example.org/issues/calm> <http://www.w3.org/2004/02/skos/core#prefLabel> "Calm"@en',
    );
    const files = [{ path: 'tables/a.csv', mediaType: 'text/csv', bytes: 3, sha256: 'ab'.repeat(32) }];
    const entry = await quads(JSON.stringify(dcat(about, 'cd'.repeat(32), files)));
    expect(entry).toContain('<http://www.w3.org/ns/dcat#downloadURL> <https://record.example.org/data/1/tables/a.csv>');
    expect(entry).toContain(
      '<http://www.w3.org/ns/dcat#byteSize> "3"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>',
    );
    expect(entry).toContain(`"${'ab'.repeat(32)}"^^<http://www.w3.org/2001/XMLSchema#hexBinary>`);
  });

  it('has no label of an issue in another language that no longer says what the record says', async () => {
    const own = await testDatabase();
    try {
      const people = await samplePeople(own.owner);
      const at = place('labels');
      const labels = async (name: string) => {
        await recordSnapshot(readerConnection(own.connection), (snapshot) =>
          writePackage(snapshot, about, directorySink(path.join(at, name)), { texts: null }),
        );
        return quads(readFileSync(path.join(at, name, 'issues.skos.jsonld'), 'utf8'));
      };
      const texts = { '/shortTitle': 'Спокій', '/question': 'Чи була зустріч спокійною?' };
      const translated = { type: 'translation', kind: 'issue', slug: 'calm', language: 'uk', texts };
      await importBundle(own.owner, bundleOf(sampleSource, calm, translated), people);
      const both = await labels('both');
      expect(both).toContain('prefLabel> "Спокій"@uk');
      const renamed = {
        ...calm,
        content: { ...calm.content, shortTitle: 'Haste' },
        change: 'correct',
        note: 'It was not.',
      };
      await importBundle(own.owner, bundleOf(renamed), people);
      const one = await labels('one');
      expect(one).not.toContain('Спокій');
      expect(one).toContain('definition> "Чи була зустріч спокійною?"@uk');
    } finally {
      await own.close();
    }
  });

  it('is Popolo: who is a person or an organization, and who belonged to which', async () => {
    const { at } = await writtenTo('popolo');
    const all = JSON.parse(readFileSync(path.join(at, 'popolo.json'), 'utf8')) as Record<
      string,
      Record<string, unknown>[]
    >;
    expect(all['persons']).toEqual([]);
    const [hostile] = all['organizations']?.filter(({ links }) => JSON.stringify(links).includes('hostile-land')) ?? [];
    expect(hostile).toMatchObject({ classification: 'state', identifiers: [] });
    const names = dangerous.map((name): unknown => expect.objectContaining({ name }));
    expect(hostile?.['other_names']).toEqual(expect.arrayContaining(names));
    const organizations = new Set(all['organizations']?.map(({ id }) => id));
    expect(all['memberships']).toHaveLength(1);
    for (const { member_id: member, organization_id: organization, start_date: start } of all['memberships'] ?? []) {
      expect([organizations.has(member), organizations.has(organization)]).toEqual([true, true]);
      expect(start).toBe('2001-02-03');
    }
  });
});
