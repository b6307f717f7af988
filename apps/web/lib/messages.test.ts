import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { steps } from '@rapporteur/domain/content/commitment';
import { citationRoles } from '@rapporteur/domain/content/citation';
import { actorTypes, identifierSchemes, nameUses } from '@rapporteur/domain/content/actor';
import { choices, eventTypes, participantRoles } from '@rapporteur/domain/content/event';
import { stances, turns } from '@rapporteur/domain/content/position';
import { forces, natures, programmeRelations, programmeStatuses, scopes } from '@rapporteur/domain/content/programme';
import { sourceForms } from '@rapporteur/domain/content/source';
import { acts, channels, links } from '@rapporteur/domain/content/statement';
import { languages, siteLanguages, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { passageStates } from '@rapporteur/domain/views';
import { speeches, textIn } from '@rapporteur/ui/languages';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';

const { terms, ...areas } = speeches.en.messages;
type Tree = { readonly [key: string]: string | Tree };

const keysOf = (tree: Tree, before = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}${key}`] : keysOf(value, `${before}${key}.`),
  );
const messageAt = (language: SiteLanguage, area: string, key: string): string =>
  key
    .split('.')
    .reduce<unknown>((tree, part) => (tree as Tree)[part], Reflect.get(speeches[language].messages, area)) as string;
const everyKey = Object.entries(areas).flatMap(([area, tree]) => keysOf(tree).map((key) => [area, key] as const));

const told = ['../../../packages/ui/src', '../app', '../cache', '../feeds', '../lib'].map((folder) =>
  join(import.meta.dirname, folder),
);
const sources = told.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !/messages\//.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8')),
);

/** The arguments and tags of a message, and the plurals in it. */
function shapeOf(message: string) {
  const names = new Set<string>();
  const plurals: string[][] = [];
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
      if (element.type === TYPE.tag) walk(element.children);
      if (element.type !== TYPE.select && element.type !== TYPE.plural) continue;
      if (element.type === TYPE.plural) plurals.push(Object.keys(element.options));
      for (const { value } of Object.values(element.options)) walk(value);
    }
  };
  walk(parse(message));
  return { names, plurals };
}

describe('the words of the site', () => {
  it('are used, every one of them', () => {
    const literals = sources.flatMap((source) =>
      [/'[^'\n]*'/g, /`[^`\n]*`/g].flatMap((form) => source.match(form) ?? []),
    );
    const patterns = new Set(literals.map((literal) => literal.slice(1, -1).replaceAll(/\$\{[^}]*\}/g, '*')));
    const isUsed = (key: string): boolean =>
      patterns.has(key) ||
      [...patterns].some(
        (pattern) =>
          /^[\w.]+\.[\w.]*\*[\w.]*$/.test(pattern) &&
          new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`).test(key),
      );
    expect(everyKey.filter(([, key]) => !isUsed(key)).map((key) => key.join('.'))).toEqual([]);
    expect(isUsed('tools.neverThere')).toBe(false);
  });

  it.each(languages)('take the same arguments in the other languages as in English (%s)', (language) => {
    for (const [area, key] of everyKey) {
      const [original, translated] = [shapeOf(messageAt('en', area, key)), shapeOf(messageAt(language, area, key))];
      const missing = [...original.names].filter((name) => !translated.names.has(name));
      expect(
        [...translated.names].filter((name) => !original.names.has(name)),
        `${area}.${key}`,
      ).toEqual([]);
      // Where a word alone is asked for, Hungarian has one whatever the number.
      expect(
        missing.filter((name) => !(name === 'count' && key.startsWith('kindCount'))),
        `${area}.${key}`,
      ).toEqual([]);
    }
  });

  it.each(siteLanguages)('have every form of the plural (%s)', (language) => {
    const { locale } = speeches[language];
    // Of French, millions alone have a form of their own.
    const forms = new Set(Array.from({ length: 1000 }, (_, count) => new Intl.PluralRules(locale).select(count)));
    for (const [area, key] of everyKey)
      for (const options of shapeOf(messageAt(language, area, key)).plurals)
        if (options.length > 1) expect(options, `${area}.${key}`).toEqual(expect.arrayContaining([...forms]));
  });

  it('count as their languages do', () => {
    const count = (language: SiteLanguage, number: number) =>
      textIn(language, 'lists')('count.statement', { count: number, more: 'false' });
    expect([1, 2, 5, 11, 21, 22, 1000].map((number) => count('uk', number))).toEqual([
      '1 заява',
      '2 заяви',
      '5 заяв',
      '11 заяв',
      '21 заява',
      '22 заяви',
      '1\u00a0000 заяв',
    ]);
    expect([1, 2, 12_345].map((number) => count('hu', number))).toEqual([
      '1 nyilatkozat',
      '2 nyilatkozat',
      '12\u00a0345 nyilatkozat',
    ]);
    expect([0, 1, 2].map((number) => count('fr', number))).toEqual([
      '0 déclaration',
      '1 déclaration',
      '2 déclarations',
    ]);
    expect([1, 2].map((number) => count('de', number))).toEqual(['1 Äußerung', '2 Äußerungen']);
    expect(textIn('en', 'lists')('count.statement', { count: 1234, more: 'true' })).toBe('more than 1,234 statements');
  });

  it('name every term of the record', () => {
    const values = [
      [
        acts,
        actorTypes,
        channels,
        choices,
        citationRoles,
        eventTypes,
        forces,
        identifierSchemes,
        links,
        nameUses,
      ].flat(),
      [natures, participantRoles, passageStates, programmeRelations, programmeStatuses, scopes, sourceForms].flat(),
      [stances, steps, turns, ['direct', 'indirect'], ['claim', 'reason'], ['full', 'passages']].flat(),
    ].flat();
    expect(values.filter((value) => !Object.hasOwn(terms.words, value))).toEqual([]);
  });

  it('are set as each language sets them', () => {
    const hints = new Set(['begin.quotes', 'begin.hyphen']);
    const all = (language: SiteLanguage) =>
      everyKey.filter(([, key]) => !hints.has(key)).map(([area, key]) => messageAt(language, area, key));
    const breaks = (language: SiteLanguage, rule: RegExp) => all(language).filter((message) => rule.test(message));
    expect(breaks('fr', /[ \u00a0][:;?!»]|«[ \u00a0]|[^\u202f\s/][;?!](?=\s|$)|[“”„"]/)).toEqual([]);
    expect(breaks('uk', /[“”„"]|\w'\w/)).toEqual([]);
    expect(breaks('hu', /[“«»"]/)).toEqual([]);
    expect(breaks('de', /[”«»"]/)).toEqual([]);
    for (const language of languages) expect(breaks(language, /'|\.\.\.| {2}/)).toEqual([]);
  });
});
