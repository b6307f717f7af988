import type { Citation } from '@rapporteur/domain/content/citation';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../draft/draft';
import { setBody } from './body';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const body = (...texts: string[]) => ({ type: 'doc', content: texts.map(paragraph) });
const passage = { source: 'src', sha256: '', exact: 'x', prefix: '', suffix: '', start: 0, end: 1 };
const draft = (...fields: string[]): Draft => ({
  content: { body: body('One thing was said.', 'Another was not said.', 'The third is open.') },
  citations: fields.map((field): Citation => ({ field, role: 'supports', passage })),
  slug: '',
  change: null,
  note: null,
  pasted: '',
});
const fields = ({ citations }: Draft) => citations.map(({ field }) => field);

describe('the passages of an article', () => {
  it('follow their paragraphs', () => {
    const before = draft('/body/content/1', '/body', '/title');
    expect(
      fields(
        setBody(before, '/body', body('New.', 'One thing was said.', 'Another was not said.', 'The third is open.')),
      ),
    ).toEqual(['/body/content/2', '/body', '/title']);
    expect(fields(setBody(before, '/body', body('Another was not said, he added.', 'The third is open.')))).toEqual([
      '/body/content/0',
      '/body',
      '/title',
    ]);
  });

  it('stay with the text where their paragraph is gone', () => {
    expect(
      fields(setBody(draft('/body/content/1'), '/body', body('One thing was said.', 'The third is open.'))),
    ).toEqual(['/body']);
  });

  it('stay where they are while a paragraph is written on', () => {
    const before = draft('/body/content/2');
    expect(fields(setBody(before, '/body', body('One.', 'Two.', 'Wholly other words.')))).toEqual(['/body/content/2']);
  });
});
