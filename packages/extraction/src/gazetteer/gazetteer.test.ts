import { describe, expect, it } from 'vitest';
import type { Language } from '../extraction';
import { tokenise } from '../text/tokens';
import { readNamings } from './entries';
import { entryByKey, entryByName, gazetteer } from './gazetteer';
import { officeHolders, officesOn } from './offices';
import { toPieces } from './pieces';

/** "words = key" of each name found, longest first. */
const found = (text: string, language: Language = 'en'): string[] => {
  const pieces = toPieces(tokenise(text, language));
  const names: string[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const match = gazetteer(language).longestAt(pieces, at, language);
    if (!match) continue;
    names.push(`${text.slice(pieces[match.from]?.start, pieces[match.to - 1]?.end)} = ${match.values[0]?.entry.key}`);
    at = match.to - 1;
  }
  return names;
};

describe('names', () => {
  it.each<[string, string[], Language?]>([
    ['the U.S. and us, the WHO and who', ['U.S. = US', 'WHO = World Health Organization']],
    ['the Republic of the Congo and the DRC', ['Republic of the Congo = CG', 'DRC = CD']],
    ['NATO-Ukraine commission, Nato', ['NATO-Ukraine commission = NATO-Ukraine Commission', 'Nato = NATO']],
    ['an Island in Iceland', ['Iceland = IS']],
    ['Island und Irland', ['Island = IS', 'Irland = IE'], 'de'],
    ["de la Côte d'Ivoire", ["Côte d'Ivoire = CI"], 'fr'],
    ['Lengyelországból Oroszországba', ['Lengyelországból = PL', 'Oroszországba = RU'], 'hu'],
    ['з Польщею та у Сполучених Штатах', ['Польщею = PL', 'Сполучених Штатах = US'], 'uk'],
  ])('in %s', (text, names, language = 'en') => {
    expect(found(text, language)).toEqual(names);
  });

  it('are looked up whole, in any language', () => {
    expect(entryByName('Великa Британія'.replace('a', 'а'))?.key).toBe('GB');
    expect(entryByName('RÉPUBLIQUE TCHÈQUE')?.key).toBe('CZ');
    expect(entryByName('Budapest')).toBeNull();
  });
});

describe('the tables', () => {
  it('give every state a name in five languages, and every naming words', () => {
    const states = new Set(readNamings().flatMap(({ entry }) => (entry.kind === 'state' ? [entry] : [])));
    expect(states.size).toBeGreaterThan(190);
    for (const { key, names } of states) expect([key, Object.values(names).filter(Boolean).length]).toEqual([key, 5]);
    for (const { phrase } of readNamings()) expect(phrase.trim()).not.toBe('');
  });

  it('say of offices what the gazetteer knows, with periods that are EDTF', () => {
    for (const { offices } of officeHolders()) {
      for (const { of, title } of offices) expect([title, of, entryByKey(of ?? '')?.key]).toEqual([title, of, of]);
      expect(() => officesOn(offices, '2023-11-29')).not.toThrow();
    }
  });
});

it('says nothing of offices later than it is sure of', () => {
  const open = [{ title: 'Envoy', of: null, period: '2020-01-01/' }];
  expect(officesOn(open, '2024-01-01')).toHaveLength(1);
  expect(officesOn(open, '2031-01-01')).toHaveLength(0);
  expect(officesOn([{ title: 'Envoy', of: null, period: '2020-01-01/..' }], '2031-01-01')).toHaveLength(1);
});
