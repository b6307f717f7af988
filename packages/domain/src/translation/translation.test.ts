import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentSchemas, type AnyContent } from '../content/content';
import type { ProgrammeContent } from '../content/programme';
import { newId } from '../ids';
import { getPointer } from '../json-pointer';
import { translatableFields } from './fields';
import { fromMarkedText, toMarkedText, type Inline } from './marked-text';
import { outdatedIn, placeTexts, standingTexts } from './place';
import { checkTexts, translate } from './texts';

const provision = (subject: string, note: string | null = null) => ({
  group: null,
  subject,
  scope: 'included' as const,
  force: null,
  note,
  readInFull: [],
});
const programme = (more: Partial<ProgrammeContent> = {}): AnyContent => ({
  kind: 'programme',
  content: {
    title: 'A programme',
    summary: 'They agreed on it.',
    status: 'agreed',
    nature: null,
    period: null,
    edition: null,
    editionOf: null,
    setOutAt: null,
    parties: [],
    provisions: [provision('Training of bees'), provision('Ports and harbours', 'Only in summer.')],
    relations: [],
    ...more,
  },
});
const statement = (speech: 'direct' | 'indirect'): AnyContent => ({
  kind: 'statement',
  content: {
    text: 'No bees.',
    speech,
    act: 'refuses',
    speaker: newId('actor'),
    capacity: 'Foreign minister',
    onBehalfOf: null,
    date: '2023-11-29',
    event: null,
    channel: null,
    originalLanguage: 'hu',
    claims: [{ text: 'It sells no bees.', role: 'claim', issue: null }],
    programmes: [],
    attribution: [{ link: 'reporter', actor: null, name: 'A. Reporter' }],
    reports: [{ source: newId('source'), repeats: null }],
  },
});
const fieldsOf = (record: AnyContent) => translatableFields(record).map(({ field }) => field);
/** Every field in other words. */
const whole = (record: AnyContent) =>
  Object.fromEntries(translatableFields(record).map(({ field, text }) => [field, `uk ${text}`]));

describe('what can be translated', () => {
  it('is the prose that readers see, the fields of one item together', () => {
    expect(fieldsOf(programme({ edition: 'The second' }))).toEqual([
      '/title',
      '/edition',
      '/summary',
      '/provisions/0/subject',
      '/provisions/1/subject',
      '/provisions/1/note',
    ]);
    expect(fieldsOf(programme({ edition: '2024' }))).not.toContain('/edition');
  });

  it('is never what a speaker said, and neither a name, a date nor a choice', () => {
    expect(fieldsOf(statement('direct'))).toEqual(['/capacity', '/claims/0/text']);
    expect(fieldsOf(statement('indirect'))).toEqual(['/text', '/capacity', '/claims/0/text']);
  });

  it('is not the quotation of an article', () => {
    const body = {
      type: 'doc',
      content: [
        { type: 'heading', content: [{ type: 'text', text: 'Bees' }] },
        { type: 'quotation', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'As it was said.' }] }] },
        {
          type: 'list',
          ordered: false,
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'One.' }] }] }],
        },
      ],
    };
    const content = contentSchemas.article.parse({ title: 'T', standfirst: 'S', byline: 'B', date: '2024', body });
    expect(fieldsOf({ kind: 'article', content })).toEqual([
      '/title',
      '/standfirst',
      '/body/content/0/content',
      '/body/content/2/content/0/content/0/content',
    ]);
  });
});

describe('translate', () => {
  it('puts the words in their fields and leaves everything else', () => {
    const original = programme();
    const translated = translate(original, { '/title': 'Програма', '/provisions/1/note': 'Лише влітку.' }, 'uk');
    expect(translated.content).toEqual({
      ...original.content,
      title: 'Програма',
      provisions: [provision('Training of bees'), provision('Ports and harbours', 'Лише влітку.')],
    });
    expect(translate(original, { '/status': 'ended', '/nothing': 'x' }, 'uk')).toEqual(original);
  });

  it('gives an actor its name in that language, and keeps the name of the original', () => {
    const actor: AnyContent = {
      kind: 'actor',
      content: {
        type: 'state',
        names: [
          { text: 'Ruritania', language: 'en', use: 'preferred' },
          { text: 'Kingdom of Ruritania', language: 'en', use: 'official' },
        ],
        description: null,
        identifiers: [],
        memberships: [],
        offices: [],
      },
    };
    const { content } = translate(actor, { '/names/0/text': 'Руританія' }, 'uk');
    expect('names' in content && content.names).toEqual([
      { text: 'Руританія', language: 'uk', use: 'preferred' },
      { text: 'Kingdom of Ruritania', language: 'en', use: 'official' },
      { text: 'Ruritania', language: 'en', use: 'preferred' },
    ]);
  });

  it('gives contents that their schema takes, whatever is translated', () => {
    const records = [programme(), statement('direct'), statement('indirect')];
    const property = fc.property(
      fc.constantFrom(...records),
      fc.array(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })),
      (record, words) => {
        const given = Object.fromEntries(fieldsOf(record).map((field, index) => [field, words[index] ?? '']));
        const { texts, issues } = checkTexts(record, given);
        const faulty = new Set(issues.map(({ path }) => path));
        expect(Object.keys(texts).length + faulty.size).toBeLessThanOrEqual(fieldsOf(record).length);
        const { kind, content } = translate(record, texts, 'uk');
        expect(contentSchemas[kind].parse(content)).toEqual(content);
        for (const [field, text] of Object.entries(texts)) expect(getPointer(content, field)).toBe(text);
      },
    );
    fc.assert(property);
  });
});

describe('checkTexts', () => {
  it('leaves out what is blank, and names what cannot stand where', () => {
    const { texts, issues } = checkTexts(programme(), {
      '/title': 'Two\nlines',
      '/summary': '  ',
      '/status': 'завершено',
      '/provisions/0/subject': ' Бджоли ',
    });
    expect(texts).toEqual({ '/provisions/0/subject': 'Бджоли' });
    expect(issues).toEqual([
      { path: '/texts/~1title', message: 'must be one line' },
      { path: '/texts/~1status', message: 'is no field of this record that can be translated' },
    ]);
  });
});

describe('marked text', () => {
  const cited = (words: string) => ({
    type: 'recordCitation' as const,
    attrs: { record: newId('programme'), words },
  });
  const inline: Inline = [
    { type: 'text', text: 'The ' },
    cited('programme'),
    { type: 'text', text: ' is ' },
    { type: 'text', text: 'not', marks: [{ type: 'strong' }] },
    { type: 'text', text: ' binding.' },
  ];

  it('numbers what is cited or emphasised, so that a translation can put it in another order', () => {
    expect(toMarkedText(inline)).toBe('The <1>programme</1> is <2>not</2> binding.');
    expect(fromMarkedText(inline, '<2>Nicht</2> bindend ist das <1>Programm</1>.')).toEqual({
      inline: [
        { type: 'text', text: 'Nicht', marks: [{ type: 'strong' }] },
        { type: 'text', text: ' bindend ist das ' },
        { ...inline[1], attrs: { ...(inline[1] as ReturnType<typeof cited>).attrs, words: 'Programm' } },
        { type: 'text', text: '.' },
      ],
    });
  });

  it.each([
    ['Das Programm.', 'lacks the tag <1>…</1> of the original'],
    ['<1>a</1> <2>b</2> <3>c</3>', 'has the tag <3>, which the original has not'],
    ['<1>a</1> <1>b</1>', 'has the tag <1> twice'],
    ['<1>a <2>b</2></1>', 'has a tag inside the tag <1>'],
    ['<1>a</1> <2>b</2></1>', 'has </1> without its counterpart'],
    ['<1> </1> <2>b</2>', 'has no words in the tag <1>'],
  ])('refuses %s', (text, fault) => {
    expect(fromMarkedText(inline, text)).toEqual({ fault });
  });

  it('comes back as it was', () => {
    const words = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text && text !== '');
    const node = fc.oneof(
      words.map((text) => ({ type: 'text' as const, text })),
      words.map((text) => ({ type: 'text' as const, text, marks: [{ type: 'strong' as const }] })),
      words.map(cited),
    );
    // Two runs of plain words beside each other are one run.
    const runs = fc
      .array(node, { minLength: 1, maxLength: 8 })
      .map((nodes) =>
        nodes.filter((each, index) => !(isPlain(each) && index > 0 && isPlain(nodes[index - 1] as Inline[number]))),
      );
    fc.assert(
      fc.property(runs, (nodes) => {
        const text = toMarkedText(nodes);
        if (text === null) return;
        expect(fromMarkedText(nodes, text)).toEqual({ inline: nodes });
      }),
    );
  });
  const isPlain = (node: Inline[number]) => node.type === 'text' && !('marks' in node);
});

describe('a translation beside the record as it is now', () => {
  const base = programme();
  const texts = whole(base);

  it('is up to date as long as the original says the same', () => {
    const placed = placeTexts(base, programme({ status: 'ended', parties: [newId('actor')] }), texts);
    expect(outdatedIn(placed)).toBe(0);
    expect(standingTexts(placed)).toEqual(texts);
  });

  it('follows its items where they move, and tells what changed, came and went', () => {
    const current = programme({
      summary: 'They agreed on all of it.',
      provisions: [
        provision('An entirely different matter'),
        provision('Ports and harbours'),
        provision('Training of bees'),
      ],
    });
    const placed = placeTexts(base, current, texts);
    const states = Object.fromEntries(placed.fields.map(({ field, state }) => [field, state]));
    expect(states).toEqual({
      '/title': 'translated',
      '/summary': 'changed',
      '/provisions/0/subject': 'new',
      '/provisions/1/subject': 'translated',
      '/provisions/2/subject': 'translated',
    });
    expect(placed.gone).toEqual([
      { field: '/provisions/1/note', was: 'Only in summer.', translation: 'uk Only in summer.' },
    ]);
    expect(outdatedIn(placed)).toBe(3);
    expect(standingTexts(placed)).toEqual({
      '/title': 'uk A programme',
      '/provisions/1/subject': 'uk Ports and harbours',
      '/provisions/2/subject': 'uk Training of bees',
    });
  });

  it('does not count what was left in the original', () => {
    const placed = placeTexts(base, programme({ summary: 'Other words.' }), { '/title': 'Програма' });
    expect(outdatedIn(placed)).toBe(0);
    expect(placed.fields.find(({ field }) => field === '/summary')?.state).toBe('untranslated');
  });

  it('never shows a text beside words that it was not made from, however provisions are shuffled and reworded', () => {
    const subject = fc.constantFrom('Bees', 'Ports', 'Wine', 'Sand', 'Training of pilots', 'Training of gunners');
    const list = fc.array(fc.tuple(subject, fc.option(subject)), { maxLength: 6 });
    const of = (pairs: [string, string | null][]) =>
      programme({ provisions: pairs.map(([own, note]) => provision(own, note)) });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const [older, newer] = [of(before), of(after)];
        const placed = placeTexts(older, newer, whole(older));
        for (const [field, text] of Object.entries(standingTexts(placed)))
          expect(text).toBe(`uk ${String(getPointer(newer.content, field))}`);
        expect(placed.fields.map(({ field }) => field)).toEqual(fieldsOf(newer));
      }),
    );
  });
});
