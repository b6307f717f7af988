import { evidenceFields } from '@rapporteur/domain/content/evidence';
import { kinds } from '@rapporteur/domain/kinds';
import type { RecordView } from '@rapporteur/domain/views';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { recordsOf } from '../testing/fixtures';
import { TranslationNotice } from '../translation-notice';
import { RecordPage } from './record-page';

const plain = recordsOf((text) => text);
const hostile = recordsOf((text) => `${text} "'><img src=x onerror=alert(1)><script>alert(1)</script>`);

describe.each(kinds)('the page of a record: %s', (kind) => {
  const html = renderToStaticMarkup(<RecordPage record={plain[kind]} />);

  test('has one h1 and no level of heading left out', () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  test('leads every mark to a note, and every note to its place in the source', () => {
    const marks = [...html.matchAll(/class="ev ev--(?:verified|moved|changed|gone)" href="#(note-\d+)"/g)].map(
      (match) => match[1],
    );
    for (const note of marks) expect(html).toContain(`id="${note}"`);
    for (const number of [1, 2, 3, 4]) expect(html).toContain(`href="/sources/the-source#p-psg-${number}"`);
  });

  test('has no id twice, and no link that leads nowhere on the page', () => {
    const found = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(found).toEqual([...new Set(found)]);
    for (const [, target] of html.matchAll(/<a[^>]* href="#([^"]+)"/g)) expect(found).toContain(target);
  });

  test('shows text as text', () => {
    const attacked = renderToStaticMarkup(<RecordPage record={hostile[kind]} />);
    expect(attacked).not.toMatch(/<img|<script/);
    expect(attacked).toContain('&lt;img');
  });
});

describe('what rests on no passage of its own', () => {
  const said = 'no passage of its own';
  const times = (record: RecordView) => renderToStaticMarkup(<RecordPage record={record} />).split(said).length - 1;
  const { programme, commitment, statement } = plain;
  const [citation] = programme.citations;
  const resting = <R extends RecordView>(record: R, fields: readonly string[]): R => ({
    ...record,
    citations: citation === undefined ? [] : fields.map((field) => ({ ...citation, field })),
  });

  test('is said where it stands: of a programme, who owes what to whom, and when something was said', () => {
    expect(times(resting(programme, evidenceFields(programme)))).toBe(0);
    const stated = [
      '/status',
      '/nature',
      '/period',
      '/editionOf',
      '/setOutAt',
      '/parties/0',
      '/provisions/0/scope',
      '/provisions/1/force',
    ];
    for (const field of stated) {
      const others = evidenceFields(programme).filter((other) => other !== field);
      expect(times(resting(programme, others)), field).toBe(1);
    }
    for (const record of [commitment, statement]) expect(times(resting(record, evidenceFields(record)))).toBe(0);
    const owed = { ...commitment, content: { ...commitment.content, owedTo: ['one', 'two'] } } as typeof commitment;
    expect(times(resting(owed, ['/owedBy', '/owedTo/1', '/steps']))).toBe(1);
    expect(times(resting(owed, ['/steps']))).toBe(2);
    expect(times(resting(statement, ['/speaker', '/claims', '/date']))).toBe(1);
    expect(times(resting(statement, ['/speaker', '/claims']))).toBe(2);
  });

  test('is nothing that the whole provision or the whole list rests on, which is marked there', () => {
    const html = renderToStaticMarkup(
      <RecordPage
        record={resting(programme, [
          '/summary',
          '/status',
          '/nature',
          '/period',
          '/editionOf',
          '/setOutAt',
          '/parties',
          '/provisions/1',
          '/provisions/0',
          '/provisions/3',
          '/relations',
        ])}
      />,
    );
    expect(html).not.toContain(said);
    // The force is marked as the scope is.
    expect(html.split('aria-label="Evidence 1.').length).toBeGreaterThan(8);
  });
});

describe('the page of a translation', () => {
  const { programme } = plain;
  const fields = {
    '/title': 'translated',
    '/summary': 'changed',
    '/provisions/0/subject': 'translated',
    '/provisions/1/subject': 'untranslated',
  } as const;
  const translation = {
    language: 'uk',
    number: 2,
    fromRevision: 1,
    publishedAt: '2024-01-16T10:00:00.000Z',
    outdated: 1,
    fields,
  } as const;
  const translated = { ...programme, languages: ['hu' as const, 'uk' as const], translation };
  const html = renderToStaticMarkup(
    <>
      <TranslationNotice record={translated} />
      <RecordPage record={translated} />
    </>,
  );

  test('says in which language each text stands, and why what is in the original is', () => {
    expect(html).toMatch(/<h1><span lang="uk">/);
    expect(html).toMatch(/<span lang="en" class="told-original">.*?Original, changed since it was translated/);
    expect(html).toMatch(/<th scope="row"><span lang="uk">/);
    expect(html).toMatch(/<th scope="row"><span lang="en" class="told-original">.*?Original, not translated/);
  });

  test('says from which version it was made, that the original has moved on, and where that and the others are', () => {
    expect(html).toContain('Ukrainian translation of');
    expect(html).toContain(`href="/r/${programme.id}@1"`);
    expect(html).toContain('The original has moved on since: 1 text of it changed, came or went');
    expect(html).toContain('href="/programmes/the-programme/diff?from=1&amp;to=2"');
    expect(html).toContain('href="/hu/programmes/the-programme"');
    expect(html).not.toContain('href="/uk/programmes/the-programme"');
  });

  test('adds nothing to the page of the original but the way to it', () => {
    const original = renderToStaticMarkup(<RecordPage record={{ ...programme, languages: ['uk'] }} />);
    expect(original).not.toMatch(/told-original|<span lang="en"/);
    expect(original).toContain('hrefLang="uk"');
  });
});

describe('the page of a programme', () => {
  const html = renderToStaticMarkup(<RecordPage record={plain.programme} />);

  test('keeps "excluded" apart from "not mentioned"', () => {
    expect(html).toMatch(
      /is-excluded.*?Lethal weapons.*?Excluded.*?Evidence 2\. Passage moved\. Example Wire, 29 Nov 2023/s,
    );
    expect(html).toMatch(/Budget.*?Not mentioned.*?No passage found\. 1 source read in full/s);
    expect(html).toContain('1 in, 1 out');
  });

  test('shows its nature with the passage it rests on, and the positions around it', () => {
    expect(html).toMatch(/Nature.*?Voluntary.*?Evidence 1\. Passage verified/s);
    expect(html).toMatch(/Positions around it.*?Hungary.*?Opposes/s);
  });
});

test('a source gives every passage the address that notes use', () => {
  const html = renderToStaticMarkup(<RecordPage record={plain.source} />);
  for (const number of [1, 2, 3, 4]) expect(html).toContain(`<mark class="passage" id="p-psg-${number}"`);
});

test('only direct speech stands in quotation marks', () => {
  const { statement } = plain;
  expect(renderToStaticMarkup(<RecordPage record={statement} />)).toContain('“Hungary refuses to supply');
  if (statement.kind !== 'statement') throw new Error('the fixture is not a statement');
  const indirect = { ...statement, content: { ...statement.content, speech: 'indirect' as const } };
  expect(renderToStaticMarkup(<RecordPage record={indirect} />)).not.toContain('“Hungary refuses to supply');
});

describe('the lede of an actor that no description has', () => {
  const { actor } = plain;
  if (actor.kind !== 'actor') throw new Error('the fixture is not an actor');
  const count = (of: number) => ({ count: of, atLeast: false });
  const lede = (positions: number, statements: number, votes: number | null) => {
    const totals = { ...actor.totals, positions: count(positions), statements: count(statements) };
    const record = { ...actor, content: { ...actor.content, description: null }, totals };
    const cast =
      votes === null
        ? null
        : {
            record: { ...actor, state: 'live' as const },
            items: [],
            total: count(votes),
            choices: { yes: votes, no: 0, abstain: 0, absent: 0, not_voting: 0 },
            years: [],
            next: null,
          };
    return /class="standfirst">(.*?)<\/p>/.exec(renderToStaticMarkup(<RecordPage record={record} votes={cast} />))?.[1];
  };

  test('counts the votes too, and leaves out what there is none of', () => {
    expect(lede(0, 0, 5700)).toMatch(/on record: 5,700 votes\.$/);
    expect(lede(1, 2, 1)).toMatch(/on record: 1 position, 2 statements, 1 vote\.$/);
    expect(lede(3, 0, 0)).toMatch(/on record: 3 positions\.$/);
  });

  test('says so where nothing is on record', () => {
    expect(lede(0, 0, 0)).toMatch(/on record: 0 positions, 0 statements\.$/);
    expect(lede(0, 0, null)).toMatch(/on record: 0 positions, 0 statements\.$/);
  });
});
