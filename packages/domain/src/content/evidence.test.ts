import { describe, expect, it } from 'vitest';
import { blankContent, editableContent } from './blank';
import type { Citation } from './citation';
import type { AnyContent } from './content';
import { evidenceFields, fieldsWithoutEvidence } from './evidence';
import type { Kind } from '../kinds';

const of = (kind: Kind, content: object) =>
  ({ kind, content: { ...blankContent(kind), ...content } }) as unknown as AnyContent;
const cited = (...fields: string[]): Pick<Citation, 'field' | 'role'>[] =>
  fields.map((field) => ({ field, role: 'supports' }));
const provision = { group: null, subject: 'Mines', scope: 'included', force: 'binding', note: null, readInFull: [] };

describe('what needs a passage', () => {
  const programme = of('programme', {
    status: 'agreed',
    nature: 'binding',
    period: '2031',
    editionOf: 'p',
    setOutAt: 'e',
    parties: ['a', 'b'],
    provisions: [provision, { ...provision, scope: 'not_mentioned', force: null }],
  });

  it('is all that a programme states of itself, party by party, and the force of each provision', () => {
    expect(evidenceFields(programme)).toEqual([
      '/summary',
      '/status',
      '/nature',
      '/period',
      '/editionOf',
      '/setOutAt',
      '/parties/0',
      '/parties/1',
      '/provisions/0/scope',
      '/provisions/0/force',
    ]);
  });

  it('is nothing that is not stated, also where the text is not finished', () => {
    expect(evidenceFields(of('programme', {}))).toEqual(['/summary']);
    const unread = { kind: 'programme', content: editableContent('programme', { period: '' }) };
    expect(evidenceFields(unread as unknown as AnyContent)).toEqual(['/summary']);
  });

  it('is who said something, for whom and when, and who owes what to whom', () => {
    expect(evidenceFields(of('statement', { onBehalfOf: 'a' }))).toContain('/onBehalfOf');
    expect(evidenceFields(of('statement', { claims: [{}, {}] }))).toEqual([
      '/speaker',
      '/date',
      '/claims/0',
      '/claims/1',
    ]);
    expect(evidenceFields(of('commitment', { owedBy: ['a'], owedTo: ['b', 'c'], steps: [{}] }))).toEqual([
      '/owedBy/0',
      '/owedTo/0',
      '/owedTo/1',
      '/steps/0',
    ]);
  });

  it.each<[string, string[], string[]]>([
    ['the scope says nothing of the force', ['/provisions/0/scope'], ['/provisions/0/force']],
    ['and the force nothing of the scope', ['/provisions/0/force'], ['/provisions/0/scope']],
    ['nor does the subject say either', ['/provisions/0/subject'], ['/provisions/0/scope', '/provisions/0/force']],
    ['the whole provision says both', ['/provisions/0'], []],
    ['the list of all provisions says neither', ['/provisions'], ['/provisions/0/scope', '/provisions/0/force']],
    ['another provision says neither', ['/provisions/1'], ['/provisions/0/scope', '/provisions/0/force']],
  ])('%s', (_, fields, lacking) => {
    const rest = cited('/summary', '/status', '/nature', '/period', '/editionOf', '/setOutAt', '/parties');
    expect(fieldsWithoutEvidence(programme, [...rest, ...cited(...fields)])).toEqual(lacking);
  });

  it('rests on the field, on a part of it or on the list it stands in, and on what supports it only', () => {
    const commitment = of('commitment', { owedBy: ['a', 'b'], owedTo: ['c'], steps: [{}] });
    expect(fieldsWithoutEvidence(commitment, cited('/owedBy', '/owedTo/0', '/steps/0/date'))).toEqual([]);
    expect(fieldsWithoutEvidence(commitment, cited('/owedBy/0', '/steps'))).toEqual(['/owedBy/1', '/owedTo/0']);
    expect(fieldsWithoutEvidence(commitment, [{ field: '/owedBy', role: 'contradicts' }])).toHaveLength(4);
    expect(fieldsWithoutEvidence(of('issue', {}), [{ field: '/question', role: 'context' }])).toEqual([]);
  });
});
