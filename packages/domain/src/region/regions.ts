import type { ActorContent } from '../content/actor';
import { partsOf, regionCodes, statesOf, type Region } from './m49';

type Identifier = ActorContent['identifiers'][number];

/** The codes by which an actor has a region. */
export const regionSchemes = ['iso3166-1-alpha-2', 'iso3166-1-alpha-3'] as const satisfies Identifier['scheme'][];

const codesIn = new Map(regionCodes.map((region) => [region, ownCodes(region)]));
const regionsWith = new Map<string, Region[]>();
for (const [region, codes] of codesIn) {
  for (const code of codes) regionsWith.set(code, [...(regionsWith.get(code) ?? []), region]);
}

/** The codes of a region and of all its parts: two letters and three. */
function ownCodes(region: Region): readonly string[] {
  const own = (statesOf[region] ?? '').split(/[ :]/).filter((code) => code !== '' && code !== '-');
  return [...own, ...(partsOf[region] ?? []).flatMap(ownCodes)];
}

/** The codes of ISO 3166-1 of all who are in a region, those of two letters and of three alike. */
export const codesOfRegion = (region: Region): readonly string[] => codesIn.get(region) ?? [];

/** Every code of ISO 3166-1 by which an actor has a region. */
export const codesWithRegion: readonly string[] = [...regionsWith.keys()];

/**
 * The regions of an actor with such identifiers, the widest first. None where no code of ISO 3166-1 says so: a region is
 * never guessed from a name.
 */
export function regionsOf(identifiers: readonly Pick<Identifier, 'scheme' | 'value'>[]): Region[] {
  const codes = identifiers.filter(({ scheme }) => regionSchemes.some((known) => known === scheme));
  const found = new Set(codes.flatMap(({ value }) => regionsWith.get(value) ?? []));
  return regionCodes.filter((region) => found.has(region));
}

/** Whether a board of a kind can be narrowed so: all rows of an actor's own board are of that actor, wherever it lies. */
export const regionFits = ({ kind, region }: { kind: string; region: Region | null }): boolean =>
  kind === 'issue' || region === null;

export const regionMisfit = 'only the board of an issue has regions';

/** How many regions a region is a part of. */
export const depthOfRegion = (region: Region): number =>
  regionCodes.filter((other) => other !== region && isWithin(region, other)).length;

const isWithin = (region: Region, other: Region): boolean =>
  (partsOf[other] ?? []).some((part) => part === region || isWithin(region, part));
