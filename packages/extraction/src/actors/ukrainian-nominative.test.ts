import { describe, expect, it } from 'vitest';
import { said } from '../testing/said';
import { nominative } from './ukrainian-nominative';

describe('Ukrainian names that a text has in the genitive alone', () => {
  it.each([
    ['Романа Кравця', 'Роман Кравець'],
    ['Петра Бойка', 'Петро Бойко'],
    ['Андрія Мельника', 'Андрій Мельник'],
    ['Василя Коваля', 'Василь Коваль'],
    ['Тараса Залізного', 'Тарас Залізний'],
    ['Ігоря Левицького', 'Ігор Левицький'],
    ['Миколи Кравця', 'Микола Кравець'],
    ['Олега Сковороди', null],
    ['Олени Коваленко', 'Олена Коваленко'],
    ['Марії Левицької', 'Марія Левицька'],
    ['Роман Кравець', null],
    ['Каспара Кравця', null],
    ['Кравця', null],
  ])('%s: %s', (name, expected) => {
    expect(nominative(name)).toBe(expected);
  });

  it('are given out in the nominative', () => {
    expect(said('За словами міністра Романа Кравця, порт працює без перерви.', 'uk')).toEqual([
      'Роман Кравець [За словами] порт працює без перерви',
    ]);
  });
});
