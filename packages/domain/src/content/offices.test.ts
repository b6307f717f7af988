import { describe, expect, it } from 'vitest';
import { officesOn } from './offices';

const office = (title: string, period: string) => ({ title, institution: null, period });
const titles = (offices: ReturnType<typeof office>[], date: string) =>
  officesOn(offices, date).map(({ title, sure }) => (sure ? title : `${title}?`));

describe('the offices held on a day', () => {
  const minister = office('Minister', '2014-09-23/2024-05-01');

  it('holds from the first day to the last, both included', () => {
    expect(titles([minister], '2014-09-23')).toEqual(['Minister']);
    expect(titles([minister], '2024-05-01')).toEqual(['Minister']);
    expect(titles([minister], '2014-09-22')).toEqual([]);
    expect(titles([minister], '2024-05-02')).toEqual([]);
  });

  it('says when it may only have been so', () => {
    expect(titles([minister], '2024-05')).toEqual(['Minister?']);
    expect(titles([office('Envoy', '2020/')], '2023-11-29')).toEqual(['Envoy?']);
    expect(titles([office('Envoy', '/2024')], '2023-11-29')).toEqual(['Envoy?']);
    expect(titles([office('Envoy', '2020/..')], '2023-11-29')).toEqual(['Envoy']);
    expect(titles([office('Envoy', '2020?'), minister], '2020')).toEqual(['Envoy', 'Minister']);
  });

  it('names what is sure first, and takes a date with one open side', () => {
    expect(titles([office('Envoy', '2023/'), minister], '2023-11-29')).toEqual(['Minister', 'Envoy?']);
    expect(titles([minister], '/2014-10-01')).toEqual(['Minister']);
  });
});
