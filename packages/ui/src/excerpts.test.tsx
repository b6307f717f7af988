import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Excerpts } from './excerpts';
import { recordsOf } from './testing/fixtures';

const [citation] = recordsOf((text) => text).programme.citations;

/** A passage of a version that the record does not show any more, with words before and after it. */
function passage(note: number, sha256: string, start: number, exact: string) {
  if (citation === undefined) throw new Error('the fixture holds no citation');
  const place = {
    start,
    end: start + exact.length,
    exact,
    before: 'Before, ',
    after: ', and what follows it at length.',
  };
  return {
    ...citation,
    note,
    passage: { ...citation.passage, ...place, id: `psg_${note}` as never, version: 0, sha256 },
  };
}

const quotations = (citations: Parameters<typeof Excerpts>[0]['citations']) =>
  renderToStaticMarkup(<Excerpts citations={citations} />).split('<blockquote').length - 1;

test('passages near each other in one text are one quotation; those of two texts never are', () => {
  const [calm, cold] = ['a'.repeat(64), 'b'.repeat(64)];
  expect(quotations([passage(1, calm, 100, 'calm seas'), passage(2, calm, 120, 'fair winds')])).toBe(1);
  expect(quotations([passage(1, calm, 100, 'calm seas'), passage(2, cold, 120, 'fair winds')])).toBe(2);
});

test('a version that is not shown any more has no number', () => {
  const html = renderToStaticMarkup(<Excerpts citations={[passage(1, 'a'.repeat(64), 100, 'calm seas')]} />);
  expect(html).toContain('Version – of ');
});
