import { siteLanguages, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { plainChoice } from '@rapporteur/domain/board/choice';
import { saidIn } from '../languages';
import { questionHref, questionTitle } from '../question/question-title';
import { ConfirmAlert, LeaveAlert } from './alert-buttons';
import { AlertDone, isDone } from './alert-done';
import { AlertForm } from './alert-form';

const form = (language: SiteLanguage, sender: string | null, wrongAddress = false) =>
  saidIn(language, () =>
    renderToStaticMarkup(
      <AlertForm
        title="Bees"
        page="/issues/bees"
        feed="/issues/bees/feed"
        sender={sender}
        wrongAddress={wrongAddress}
      />,
    ),
  );

describe.each(siteLanguages)('where readers ask for mail, in %s', (language) => {
  it('says who writes, takes one address, and sends it by a form of its own page', () => {
    const html = form(language, 'record@example.org', true);
    expect(html).toContain('action="/alerts" method="post"');
    expect(html).toContain('record@example.org');
    expect(html).toContain('<a href="/issues/bees">Bees</a>');
    expect(html.match(/name="(?:of|email|rhythm)"/g)).toHaveLength(4);
    expect(html).toContain('aria-describedby="email-problem"');
    expect(html).not.toMatch(/alerts\.|\{sender\}|undefined/);
  });

  it('asks for nothing where mail is off, and leads to feeds', () => {
    const html = form(language, null);
    expect(html).not.toContain('<form');
    expect(html.match(/href="\/issues\/bees\/feed\.(?:atom|rss|json)"/g)).toHaveLength(3);
  });

  it('changes something by a press alone, and says what became of it', () => {
    for (const page of [<ConfirmAlert key="c" />, <LeaveAlert key="l" />])
      expect(saidIn(language, () => renderToStaticMarkup(page))).toMatch(
        /<form method="post"><button [^>]*type="submit">[^<.]+<\/button>/,
      );
    for (const what of ['asked', 'confirmed', 'expired', 'left'] as const)
      expect(saidIn(language, () => renderToStaticMarkup(<AlertDone what={what} />))).not.toContain('done.');
  });
});

it('knows what can have become of a form, and nothing else', () => {
  expect(['asked', 'left', 'toString', 'draft'].map(isDone)).toEqual([true, true, false, false]);
});

describe('a board in words', () => {
  const issue = { id: 'iss_1', kind: 'issue', slug: 'bees', title: 'Bees', state: 'live' } as const;
  const union = { id: 'act_1', kind: 'actor', slug: 'union', title: 'Union', state: 'live' } as const;
  const board = {
    of: 'board',
    id: issue.id,
    member: union.id,
    region: '150',
    choice: { ...plainChoice, stances: ['opposes'], on: '2024-01-31' },
    show: 'table',
  } as const;

  const question = { ...board, choice: { ...board.choice, stances: [...board.choice.stances] } };

  it('says whose it is and what it was narrowed to, and is asked again at its address', () => {
    expect(questionTitle(question, [issue, union])).toBe('Position board: Bees, Union, Europe, opposes, 2024-01-31');
    expect(questionHref(question, [issue, union])).toBe(
      '/issues/bees/board?member=union&region=150&on=2024-01-31&stance=opposes&show=table',
    );
    expect(questionHref(question, [issue])).toBeNull();
  });

  it('is said in a language where nothing is rendered, and leaves no language behind', () => {
    const said = () => questionTitle(question, [issue, union]);
    expect([saidIn('uk', said), saidIn('de', said), said()]).toEqual([
      'Таблиця позицій: Bees, Union, Європа, виступає проти, 2024-01-31',
      'Positionstafel: Bees, Union, Europa, Lehnt ab, 2024-01-31',
      'Position board: Bees, Union, Europe, opposes, 2024-01-31',
    ]);
    expect(() =>
      saidIn('hu', () => {
        throw new Error('no title');
      }),
    ).toThrow('no title');
    expect(said()).toContain('opposes');
  });
});
