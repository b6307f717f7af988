import { describe, expect, it } from 'vitest';
import type { Language } from '../extraction';
import { read } from '../text/reading';
import { findDates, suggestedDates } from './find-dates';

const dates = (text: string, language: Language = 'en', published?: string): string[] =>
  findDates(read(text, language), published === undefined ? {} : { published }).map(
    (date) => `${date.text} = ${date.edtf}`,
  );

describe('dates that stand in the text', () => {
  it.each<[string, string[], Language?]>([
    [
      'It was signed on 29 November 2023 and on May 3, 2024.',
      ['29 November 2023 = 2023-11-29', 'May 3, 2024 = 2024-05-03'],
    ],
    ['On the 4th of March 2021 and Nov. 29, 2022', ['4th of March 2021 = 2021-03-04', 'Nov. 29, 2022 = 2022-11-29']],
    [
      'in November 2023, spring 2024 and the summer of 2022',
      ['November 2023 = 2023-11', 'spring 2024 = 2024-21', 'summer of 2022 = 2022-22'],
    ],
    [
      'from 3 to 5 May 2024, and May 7-9, 2024',
      ['3 to 5 May 2024 = 2024-05-03/2024-05-05', 'May 7-9, 2024 = 2024-05-07/2024-05-09'],
    ],
    [
      'from 3 May to 5 June 2024, between May 3 and June 5, 2024, February – April 2023, 28 December to 3 January 2024, 3 May and 5 June 2024, the 2030 Agenda',
      [
        '3 May to 5 June 2024 = 2024-05-03/2024-06-05',
        'May 3 and June 5, 2024 = 2024-05-03/2024-06-05',
        'February – April 2023 = 2023-02/2023-04',
        '28 December to 3 January 2024 = 2023-12-28/2024-01-03',
        '3 May = XXXX-05-03',
        '5 June 2024 = 2024-06-05',
      ],
    ],
    [
      'In 2014 and since 2015, 2023–2025, between 2016 and 2018',
      ['2014 = 2014', '2015 = 2015', '2023–2025 = 2023/2025', '2016 and 2018 = 2016/2018'],
    ],
    [
      'the 1990s; early 2024; mid-2023; the end of November 2022',
      ['1990s = 199X', 'early 2024 = 2024', 'mid-2023 = 2023', 'the end of November 2022 = 2022-11'],
    ],
    ['Q1 2024 and the second half of 2023', ['Q1 2024 = 2024-01/2024-03', 'second half of 2023 = 2023-07/2023-12']],
    [
      '2023-11-29, 29.11.2023, 29/11/2023, 3/4/2023',
      ['2023-11-29 = 2023-11-29', '29.11.2023 = 2023-11-29', '29/11/2023 = 2023-11-29', '3/4/2023 = 2023'],
    ],
    ['They may march; 2023 people, resolution 1973, $2000 and Agenda 2030.', []],
    [
      'le 1er mars 2022, en novembre 2023 et au printemps 2024',
      ['1er mars 2022 = 2022-03-01', 'novembre 2023 = 2023-11', 'printemps 2024 = 2024-21'],
      'fr',
    ],
    [
      'am 29. November 2023 und im Mai 2024, seit 2014',
      ['29. November 2023 = 2023-11-29', 'Mai 2024 = 2024-05', '2014 = 2014'],
      'de',
    ],
    ['2023. november 29-én és 2024 májusában', ['2023. november 29-én = 2023-11-29', '2024 = 2024'], 'hu'],
    [
      '29 листопада 2023 року та у травні 2024 року',
      ['29 листопада 2023 року = 2023-11-29', 'травні 2024 року = 2024-05'],
      'uk',
    ],
  ])('%s', (text, expected, language = 'en') => {
    expect(dates(text, language)).toEqual(expected);
  });
});

describe('dates that count from the day of publication', () => {
  // A Thursday.
  const published = '2023-11-30';

  it.each<[string, string[], Language?]>([
    [
      'He spoke on Wednesday, yesterday and today.',
      ['Wednesday = 2023-11-29', 'yesterday = 2023-11-29', 'today = 2023-11-30'],
    ],
    ['They will meet on Friday.', ['Friday = 2023-12-01']],
    [
      'They met early Thursday morning and last Friday.',
      ['early Thursday morning = 2023-11-30', 'last Friday = 2023-11-24'],
    ],
    [
      'last week, next month, this year; at the weekend',
      [
        'last week = 2023-11-20/2023-11-26',
        'next month = 2023-12',
        'this year = 2023',
        'at the weekend = 2023-11-25/2023-11-26',
      ],
    ],
    [
      'in October and on 12 March; they will meet in May',
      ['October = 2023-10', '12 March = 2023-03-12', 'May = 2024-05'],
    ],
    [
      'March last year, three days ago, two months ago',
      ['March last year = 2022-03', 'three days ago = 2023-11-27', 'two months ago = 2023-09~'],
    ],
    [
      "mercredi, l'an prochain, la semaine dernière, hier",
      [
        'mercredi = 2023-11-29',
        "l'an prochain = 2024",
        'la semaine dernière = 2023-11-20/2023-11-26',
        'hier = 2023-11-29',
      ],
      'fr',
    ],
    [
      'am Mittwoch, gestern, nächste Woche, im Oktober',
      ['Mittwoch = 2023-11-29', 'gestern = 2023-11-29', 'nächste Woche = 2023-12-04/2023-12-10', 'Oktober = 2023-10'],
      'de',
    ],
    [
      'szerdán, tegnap, tavaly, múlt héten',
      ['szerdán = 2023-11-29', 'tegnap = 2023-11-29', 'tavaly = 2022', 'múlt héten = 2023-11-20/2023-11-26'],
      'hu',
    ],
    [
      'у середу, вчора, торік, минулого тижня',
      ['середу = 2023-11-29', 'вчора = 2023-11-29', 'торік = 2022', 'минулого тижня = 2023-11-20/2023-11-26'],
      'uk',
    ],
  ])('%s', (text, expected, language = 'en') => {
    expect(dates(text, language, published)).toEqual(expected);
  });

  it('are left open without one', () => {
    expect(dates('On Wednesday, in October, on 3 May, last year.')).toEqual([
      'Wednesday = null',
      'October = XXXX-10',
      '3 May = XXXX-05-03',
      'last year = null',
    ]);
  });

  it('count from the dateline where the text has one', () => {
    expect(dates('HARBOUR (Moor News, 3 May 2024) Talks ended on Thursday.')[1]).toBe('Thursday = 2024-05-02');
    expect(dates('On 3 May 2024 they met. They met again on Thursday.')[1]).toBe('Thursday = null');
  });
});

it('suggests the same words for the same date once', () => {
  const found = findDates(read('On Friday they met. Friday’s talks failed.', 'en'));
  expect(found).toHaveLength(2);
  expect(suggestedDates(found).map(({ span }) => span)).toEqual([[3, 9]]);
});

describe('days that are told in other ways', () => {
  it.each<[string, string[], Language?, string?]>([
    ['on Monday (14 October 2029)', ['Monday = 2029-10-14', '14 October 2029 = 2029-10-14']],
    ['A decision is expected in the autumn.', ['the autumn = 2030-23'], 'en', '2030-05-06'],
    ['It could be sent as early as Friday.', ['Friday = 2030-05-10'], 'en', '2030-05-06'],
    ['The port would stay shut, she stressed on Friday.', ['Friday = 2030-05-03'], 'en', '2030-05-06'],
    ['They would meet by June.', ['June = 2030-06'], 'en', '2030-05-06'],
    ['He takes office on December 1.', ['December 1 = 2030-12-01'], 'en', '2030-05-06'],
    ['Tue May 7, 2030', ['Tue May 7, 2030 = 2030-05-07'], 'en', '2030-05-06'],
    ['Elle présentera le texte en juillet.', ['juillet = 2030-07'], 'fr', '2030-05-06'],
    ['Le ministre rencontrait lundi son homologue.', ['lundi = 2030-05-06'], 'fr', '2030-05-06'],
    ['Il retira lundi sa plainte.', ['lundi = 2030-05-06'], 'fr', '2030-05-06'],
    ['À Canberra, lundi, ils ont parlé.', ['lundi = 2030-05-06'], 'fr', '2030-05-06'],
    ['Il ouvrait lundi la séance.', ['lundi = 2030-05-06'], 'fr', '2030-05-06'],
    ['Le projet démarra lundi.', ['lundi = 2030-05-06'], 'fr', '2030-05-06'],
    ['Le ministre franchira lundi la frontière.', ['lundi = 2030-05-13'], 'fr', '2030-05-06'],
    ['Le comité réfléchira lundi.', ['lundi = 2030-05-13'], 'fr', '2030-05-06'],
    ['Le texte servira lundi de base.', ['lundi = 2030-05-13'], 'fr', '2030-05-06'],
    ['Il aura lundi une réponse.', ['lundi = 2030-05-13'], 'fr', '2030-05-06'],
    ['Elle présenterait lundi son plan.', ['lundi = 2030-05-13'], 'fr', '2030-05-06'],
    ['Ils se réuniraient lundi.', ['lundi = 2030-05-13'], 'fr', '2030-05-06'],
    ['Ils se réuniront lundi.', ['lundi = 2030-05-13'], 'fr', '2030-05-06'],
    ['Ils devraient signer lundi.', ['lundi = 2030-05-13'], 'fr', '2030-05-06'],
    ['« Il ouvrira », a-t-elle dit vendredi.', ['vendredi = 2030-05-03'], 'fr', '2030-05-06'],
    ['She spoke last night.', ['last night = 2030-05-05'], 'en', '2030-05-06'],
    ['in the second half of May', ['the second half of May = 2030-05'], 'en', '2030-04-17'],
    ['the positions held before 10 April', ['10 April = 2030-04-10'], 'en', '2030-04-17'],
    ['to be paid before 1 March', ['1 March = 2031-03-01'], 'en', '2030-11-17'],
    ['likely by early summer', ['early summer = 2030-22'], 'en', '2030-07-17'],
    ['Press Release (2029) 118', []],
    ['avant la fin de l’année', ['la fin de l’année = 2030'], 'fr', '2030-03-14'],
  ])('%s', (text, expected, language, published) => {
    expect(dates(text, language, published)).toEqual(expected);
  });
});
