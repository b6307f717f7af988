import { describe, expect, it } from 'vitest';
import { foldName } from '../name-fold';
import { formOf, likeness } from './likeness';

const like = (asked: string, name: string, similarity: number) =>
  likeness(formOf(foldName(asked)), formOf(foldName(name)), similarity);

describe('how like two names are', () => {
  it.each([
    ['Árpád Szilvássy', 'ARPAD SZILVASSY', 1, 100],
    ['Арпад Сілваші', 'Arpad Silvashi', 1, 100],
    ['Szilvássy Árpád', 'Árpád Szilvássy', 1, 98],
    ['Arpad Silvashi', 'Árpád Szilvássy', 0.3, 85],
    ['Silvashi', 'Árpád Szilvássy', 0.1, 43],
    ['Tallland', 'Talland', 0.7, 85],
    ['Norland', 'Talland', 0.25, 23],
    ['Union', 'Pacific Union', 0.5, 45],
  ])('%s and %s', (asked, name, similarity, expected) => {
    expect(like(asked, name, similarity)).toBe(expected);
  });

  it('is never above that of the same name', () => {
    expect(like('Talland', 'Talland Bay', 1)).toBeLessThan(98);
  });
});
