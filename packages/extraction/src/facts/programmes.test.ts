import { describe, expect, it } from 'vitest';
import { factsOf } from '../testing/facts-of';

describe('the nature of a programme', () => {
  it.each([
    [
      'The training programme between Ostland and Westland for 2031 remains voluntary.',
      'voluntary',
      'remains voluntary',
    ],
    ['The pact is legally binding.', 'binding', 'is legally binding'],
    ['The pact is not legally binding, the ministers said.', 'voluntary', 'is not legally binding'],
    ['Ostland and Westland signed a politically binding declaration.', 'political', 'politically binding'],
    ['The two sides work on a legally binding treaty.', 'binding', 'legally binding'],
    ['The accord is implemented on a voluntary basis.', 'voluntary', 'voluntary basis'],
    ['The non-binding memorandum was signed.', 'voluntary', 'non-binding'],
    ['Ostland wants a binding answer.', undefined, null],
    ['The plan, Jon Moor said, was a mistake, and his word is binding.', undefined, null],
  ])('%s', (text, nature, words) => {
    const [programme] = factsOf(text).programmes;
    expect(programme?.nature).toBe(nature);
    expect(programme?.natureSpan ? text.slice(...programme.natureSpan) : null).toBe(words);
  });
});

describe('programmes', () => {
  const programmesOf = (text: string) => {
    const { programmes, names } = factsOf(text);
    return programmes.map(({ title, status, period, parties, relations }) => ({
      title,
      status,
      period,
      parties: names(parties),
      ...(relations.length > 0 ? { relations: relations.map(({ type, title: other }) => `${type}: ${other}`) } : {}),
    }));
  };

  it('are not what is only called an agreement or a draft, whatever is said of it', () => {
    expect(programmesOf('The council is considering a draft plan. Unions negotiate to reach an agreement.')).toEqual(
      [],
    );
  });

  it('keep a name whole that goes on before "to"', () => {
    const [programme] = programmesOf('Ostland joined the Pathways to Apprenticeship Programme with Westland.');
    expect(programme?.title).toBe('Pathways to Apprenticeship Programme with Westland');
  });

  it('have parties and a period, and are the same when they are named again', () => {
    const text =
      'The cooperation programme between Ostland and the Northern Alliance for 2031 remains voluntary. ' +
      'Ministers said that the agreement does not cover rockets. It also excludes mines.';
    expect(programmesOf(text)).toEqual([
      {
        title: 'cooperation programme between Ostland and the Northern Alliance for 2031',
        status: 'agreed',
        period: '2031',
        parties: ['Ostland', 'Northern Alliance'],
      },
    ]);
    const { provisions } = factsOf(text);
    expect(provisions.map(({ scope, subject, programme }) => [scope, subject, programme])).toEqual([
      ['excluded', 'rockets', 0],
      ['excluded', 'mines', 0],
    ]);
  });

  it('say which words tell their period, their parties and how far they have come', () => {
    const told = (text: string) =>
      factsOf(text).programmes.map(({ periodSpan, partySpans, statusSpan }) => ({
        period: periodSpan && text.slice(...periodSpan),
        parties: partySpans.map((span) => text.slice(...span)),
        status: statusSpan && text.slice(...statusSpan),
      }));
    const named = 'cooperation programme between Ostland and Nordia for 2031';
    expect(told(`The ${named} remains voluntary. The ${named} excludes mines.`)).toEqual([
      { period: named, parties: [named], status: null },
    ]);
    expect(told('The old trade pact between Ostland and Nordia has expired.')).toEqual([
      { period: null, parties: ['old trade pact between Ostland and Nordia'], status: 'has expired' },
    ]);
    expect(told('The pact between Ostland and Nordia was adopted in May. The pact excludes mines.')[0]?.status).toBe(
      'was adopted',
    );
    expect(told('Ministers signed the pact between Ostland and Nordia, which excludes mines.')[0]?.status).toBe(
      'signed the pact between Ostland and Nordia',
    );
    expect(told('The pact between Ostland and Nordia was not adopted, and excludes mines.')[0]?.status).toBe(null);
    expect(
      told(
        'The pact between Ostland and Nordia was adopted in May. It was no use, and the pact between Ostland and Nordia has expired.',
      )[0]?.status,
    ).toBe('has expired');
    expect(told('A partnership between Ostland and Nordia is under negotiation.')[0]?.status).toBe('under negotiation');
    expect(told('Ostland is considering a simpler alternative to the Varna Charter.')[0]?.status).toBe(
      'considering a simpler alternative to the Varna Charter',
    );
    expect(told('The proposed pact between Ostland and Nordia excludes mines.')[0]?.status).toBe(
      'proposed pact between Ostland and Nordia',
    );
  });

  it('under consideration are what others weigh, and say to what they are an alternative', () => {
    expect(
      programmesOf(
        'The Northern Alliance is considering offering Ostland a simpler alternative to the usual accession plan.',
      ),
    ).toEqual([
      {
        title: 'simpler alternative to the usual accession plan',
        status: 'under_consideration',
        period: null,
        parties: [],
        relations: ['alternative_to: usual accession plan'],
      },
    ]);
  });

  it.each([
    [
      'The Sandhafen Treaty of 1990 replaced the Moorbruck Pact.',
      ['Sandhafen Treaty of 1990', 'agreed', 'succeeds: Moorbruck Pact'],
    ],
    [
      'The old trade pact between Ostland and Nordia expired.',
      ['old trade pact between Ostland and Nordia', 'ended', undefined],
    ],
    [
      'A 2031–2035 partnership between Ostland and Nordia is under negotiation.',
      ['2031–2035 partnership between Ostland and Nordia', 'under_consideration', undefined],
    ],
  ])('%s', (text, expected) => {
    const [{ title, status, relations } = { title: null, status: null, relations: [] }] = programmesOf(text);
    expect([title, status, relations?.[0]]).toEqual(expected);
  });

  it('are two where two are joined', () => {
    expect(
      programmesOf('Ostland backs the Framework for Shared Ports and the Nordia Partnership on Trade.').map(
        ({ title }) => title,
      ),
    ).toEqual(['Nordia Partnership on Trade']);
  });

  it('have no party in the town where they were made', () => {
    expect(programmesOf('The Varna Convention covers the islands.')).toMatchObject([
      { title: 'Varna Convention', parties: [] },
    ]);
  });

  it('are not suggested where a plan or a deal is only spoken of', () => {
    expect(
      programmesOf('Jon Moor has a plan. The deal of the day is bread. They weigh every possible option.'),
    ).toEqual([]);
  });
});
