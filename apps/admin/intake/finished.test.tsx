import type { IntakeView } from '@rapporteur/domain/intake/views';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Finished } from './finished';

const finished = (left: IntakeView['left']) =>
  ({
    state: 'finished',
    name: 'Norland keeps its ships',
    source: 'src_norland',
    left,
    suggestions: [
      { number: 3, kind: 'position', title: 'Norland opposes the loan', record: null, decision: 'accepted' },
    ],
    named: {},
  }) as unknown as IntakeView;
const why = 'It has turns of later days: put this one in its place yourself.';

it('a text that was sent goes on telling what was left to a person, and why', () => {
  const page = renderToStaticMarkup(<Finished item={finished([{ id: 'pos_loan', number: 3, why }])} />);
  expect(page).toContain('Left to you when it was sent');
  expect(page).toContain(`<a href="/records/pos_loan">Norland opposes the loan</a>: ${why}`);
  expect(renderToStaticMarkup(<Finished item={finished([])} />)).not.toContain('Left to you');
});
