import { plainChoice } from '@rapporteur/domain/board/choice';
import { drawBoard } from '@rapporteur/domain/board/draw';
import type { BoardTurn, BoardView } from '@rapporteur/domain/board/views';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BoardExcerpt, BoardPage } from './board-view';
import { Strip } from './strip';
import { stripInWords } from './told-strip';

const link = (kind: 'actor' | 'position' | 'issue', slug: string, title = slug) => ({
  id: slug,
  kind,
  slug,
  title,
  state: 'live' as const,
});
const turns: BoardTurn[] = [
  { turn: 'new', stance: 'opposes', date: '1991-05-03' },
  { turn: 'restated', stance: 'opposes', date: '1992-05-03' },
  { turn: 'restated', stance: 'opposes', date: '1993-05-03' },
  { turn: 'softened', stance: 'conditional', date: '2001' },
  { turn: 'lapsed', stance: null, date: '2010-01-01' },
];
const board = (title = 'Sampleland', more: Partial<BoardView> = {}): BoardView => ({
  record: link('issue', 'calm', title),
  until: '2020-12-31',
  member: null,
  region: null,
  unplaced: 0,
  rows: [{ position: link('position', 'p', title), subject: link('actor', 'a', title), turns, periods: [] }],
  silent: [],
  moreSilent: false,
  total: { count: 1, atLeast: false },
  organisations: [link('actor', 'league', title)],
  regions: ['150', '151'],
  next: null,
  ...more,
});
const asked = { member: null, region: null, choice: plainChoice, show: 'board' as const };
const pageOf = (view: BoardView) => renderToStaticMarkup(<BoardPage board={view} asked={asked} page={1} />);

describe('a board of several pages', () => {
  const rows = Array.from({ length: 601 }, (_, n) => ({
    position: link('position', `p-${n}`),
    subject: link('actor', `a-${n}`, `Actor ${String(n).padStart(3, '0')}`),
    turns: [{ turn: 'new' as const, stance: n === 600 ? ('blocked' as const) : ('supports' as const), date: '2001' }],
    periods: [],
  }));
  const view = board('X', { rows, silent: [{ subject: link('actor', 'quiet'), periods: [] }] });
  const choice = { ...plainChoice, sort: 'name' as const, rows: 'each' as const };
  const markup = (page: number, wish: Partial<typeof plainChoice> = {}, of: BoardView = view) =>
    renderToStaticMarkup(<BoardPage board={of} asked={{ ...asked, choice: { ...choice, ...wish } }} page={page} />);
  const drawn = (html: string) => [...html.matchAll(/href="\/actors\/a-(\d+)"/g)].map(([, n]) => Number(n));

  it('are put in order and counted as one, and each is drawn once', () => {
    const pages = [1, 2, 3].map((page) => markup(page));
    expect(pages.flatMap((html) => drawn(html))).toEqual(rows.map((_, n) => n));
    for (const html of pages) expect(html.includes('602 actors on record')).toBe(true);
    expect(pages.map((html) => /href="([^"]*page=\d)"/.exec(html)?.[1])).toEqual([
      '/issues/calm/board?sort=name&amp;rows=each&amp;page=2',
      '/issues/calm/board?sort=name&amp;rows=each&amp;page=3',
      undefined,
    ]);
  });

  it('is narrowed as a whole: what is on its last page alone is found on the first', () => {
    const html = markup(1, { stances: ['blocked'] });
    expect([...new Set(drawn(html))]).toEqual([600]);
    expect(html.includes('page=2')).toBe(false);
    expect(markup(1, { stances: ['abstains'] })).toContain('Nothing on record fits this');
  });

  it('says where it is not all there is', () => {
    expect(markup(1)).not.toContain('that moved last');
    const cut = { ...view, next: 'n', total: { count: 2431, atLeast: false } };
    // On every page, above what is counted.
    for (const page of [1, 3])
      expect(markup(page, {}, cut)).toMatch(
        /draws and counts the 601 of 2,431 positions that moved last.*href="\/issues\/calm\/positions".*602 actors on record/s,
      );
    const few = { ...cut, rows: rows.slice(0, 40) };
    expect(renderToStaticMarkup(<BoardExcerpt board={few} />)).toContain('40 of 2,431 positions are drawn here');
    expect(renderToStaticMarkup(<BoardExcerpt board={board()} />)).not.toContain('are drawn here');
  });
});

describe('members of whom nothing is on record', () => {
  const silent = ['2004-03-29/2010-06-30', '1950/..'].map((period, n) => ({
    subject: link('actor', `quiet-${n}`),
    periods: [period],
  }));
  const view = board('X', { member: link('actor', 'league', 'League'), rows: [], silent });

  it('are drawn as long as they were members', () => {
    const html = pageOf({ ...view, rows: board().rows });
    expect(html).toContain('aria-label="Not on record: 29 Mar 2004 to 30 Jun 2010"');
    expect(html).toContain('aria-label="Not on record throughout"');
    expect(html).toContain('<span class="hint">Not a member</span>');
  });

  it('are not cut without a word', () => {
    expect(pageOf(view)).not.toContain('There are more');
    expect(pageOf({ ...view, moreSilent: true })).toContain(
      'Of those with no position on record, 2 are drawn here. There are more.',
    );
  });
});

describe('a board of a region', () => {
  const view = board('X', { region: '151', silent: [{ subject: link('actor', 'quiet'), periods: [] }] });
  const html = renderToStaticMarkup(<BoardPage board={view} asked={{ ...asked, region: '151' }} page={1} />);

  it('names it, counts those who are silent with the others, and keeps it in every address', () => {
    expect(html).toContain('2 actors of Eastern Europe, 31 Dec 2020');
    expect(html).toContain('<option value="151" selected="">\u2003Eastern Europe</option>');
    expect(html).toContain('/issues/calm/board?region=151&amp;show=table');
  });

  it('says whose regions they are, and how many positions nothing places in any', () => {
    expect(html).toContain('geographic regions of the United Nations (M49)');
    expect(html).not.toContain('left out');
    expect(pageOf({ ...view, unplaced: 3 })).toContain(
      '3 positions are left out: no code is on record for their actors',
    );
    expect(pageOf({ ...view, region: null, unplaced: 0 })).not.toContain('M49');
  });

  it('is not offered where nobody has a region, nor on the board of an actor', () => {
    expect(pageOf(board('X', { regions: [] }))).not.toContain('name="region"');
    expect(pageOf(board('X', { record: link('actor', 'a') }))).not.toContain('name="region"');
  });

  it('without such a position says that silence is not neutral', () => {
    expect(pageOf({ ...view, rows: [], silent: [] })).toContain('No actor of Eastern Europe has such a position');
  });
});

describe('the page of a board', () => {
  const html = pageOf(board());

  it('says in words all that it draws', () => {
    const [row] = drawBoard(board(), plainChoice, 'en-GB').groups[0] ?? [];
    expect(row && stripInWords(row)).toBe(
      'Opposes: new 3 May 1991; restated 2 times, last 3 May 1993. ' +
        'Opposes or conditional: somewhere between 1 Jan 2001 and 30 Dec 2001. Conditional: softened 2001',
    );
    expect(html).toContain(`aria-label="${row && stripInWords(row)}"`);
    for (const words of ['restated 2 times, last 3 May 1993', 'softened 2001', 'lapsed 1 Jan 2010'])
      expect(html.split('id="in-words"')[1], words).toContain(words);
  });

  it('tells stances by shape and word, and silence by a dotted line that is none of them', () => {
    expect(html).toContain('class="band band--opposes"');
    expect(html).toContain('fill="url(#band-conditional)"');
    expect(html).toContain('<rect class="band band--open" fill="url(#band-open)"');
    expect(html.match(/class="band-none"/g)).toHaveLength(2);
    expect(html).toContain('Not on record: a dotted line, which is not neutral');
    // The day of the turn of 2001 is not on record: a dotted ring at its end, and a line over the year.
    expect(html).toMatch(/href="#sign-softened-high-open"[^>]*><title>Softened, conditional: 2001/);
    expect(html).toMatch(/<line class="sign[^"]* sign-spread"/);
  });

  it('has one h1, no id twice, and every shape that it refers to as a pattern or a sign', () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const [, name] of html.matchAll(/(?:url\(|href="#?)#?((?:band|sign)-[a-z-]+)/g)) expect(ids).toContain(name);
  });

  it('shows text as text, also where strips are drawn as one', () => {
    const attacked = pageOf(board(`x"'><script>alert(1)</script>`, { member: link('actor', 'league', '<script>') }));
    expect(attacked).not.toContain('<script');
  });
});

it('a strip holds nothing but shapes of its own, whatever the turns', () => {
  const [row] = drawBoard(board(), plainChoice, 'en-GB').groups[0] ?? [];
  if (row === undefined) throw new Error('no row');
  const html = renderToStaticMarkup(
    <Strip {...row} span={{ from: 7000, to: 18_000 }} on={9000} size="low" label="A strip" />,
  );
  const tags = new Set([...html.matchAll(/<([a-zA-Z]+)/g)].map(([, tag]) => tag));
  expect([...tags].map(String).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'div',
    'g',
    'line',
    'path',
    'rect',
    'svg',
    'title',
    'use',
  ]);
  for (const [, share] of html.matchAll(/ (?:x|x1|x2|width)="(-?[\d.]+)%"/g)) {
    expect(Number(share)).toBeGreaterThanOrEqual(0);
    expect(Number(share)).toBeLessThanOrEqual(100);
  }
  expect(html).not.toContain('NaN');
});
