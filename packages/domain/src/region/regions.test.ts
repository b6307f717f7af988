import aliases from 'cldr-core/supplemental/aliases.json';
import codeMappings from 'cldr-core/supplemental/codeMappings.json';
import containment from 'cldr-core/supplemental/territoryContainment.json';
import { describe, expect, it, test } from 'vitest';
import { partsOf, regionCodes, statesOf, type Region } from './m49';
import { codesOfRegion, codesWithRegion, depthOfRegion, regionsOf } from './regions';

const contained: Readonly<Record<string, { _contains: readonly string[] }>> =
  containment.supplemental.territoryContainment;
const codes: Readonly<Record<string, { _numeric?: string; _alpha3?: string }>> = codeMappings.supplemental.codeMappings;
const partsInCldr = (region: string) => contained[region]?._contains ?? [];

/** What CLDR says of a region without parts. Territories that ISO gives no code of three letters are none of ISO 3166-1. */
function statesInCldr(region: Region): string[] {
  const listed = [...partsInCldr(region), ...partsInCldr(`${region}-status-deprecated`)];
  return listed.flatMap((code) => {
    const letters = codes[code]?._alpha3;
    return letters === undefined ? [] : [`${code === 'CS' ? '-' : code}:${letters}`];
  });
}

describe('the table of regions is that of the Unicode CLDR', () => {
  it('in its regions and their parts', () => {
    for (const region of regionCodes) {
      const parts = partsOf[region];
      if (parts === undefined) continue;
      // CLDR has what M49 calls sub-Saharan Africa, and Latin America and the Caribbean, beside the five areas.
      const told = parts.flatMap((part) => (part === '202' || part === '419' ? partsInCldr(part) : [part]));
      // Its outlying Oceania is no region of M49.
      expect(told.toSorted(), region).toEqual(
        partsInCldr(region)
          .filter((part) => part !== 'QO')
          .toSorted(),
      );
    }
    const areas = regionCodes.filter((region) => depthOfRegion(region) === 0);
    expect(areas.toSorted()).toEqual([...partsInCldr('001')].toSorted());
  });

  it('in the states of each, those that ended with them', () => {
    const withStates = regionCodes.filter((region) => partsOf[region] === undefined);
    for (const region of withStates) {
      const beyond = region === '151' ? ['-:CSK'] : [];
      expect(statesOf[region]?.split(' ').toSorted(), region).toEqual([...statesInCldr(region), ...beyond].toSorted());
    }
    const { _replacement: czechoslovakia } = aliases.supplemental.metadata.alias.territoryAlias['200'];
    for (const code of czechoslovakia.split(' ')) expect(codesOfRegion('151')).toContain(code);
  });
});

test.each([
  ['HU', ['150', '151']],
  ['HUN', ['150', '151']],
  ['KE', ['002', '202', '014']],
  ['MX', ['019', '419', '013']],
  ['YU', ['150', '039']],
  ['SU', ['150', '151']],
  ['DD', ['150', '155']],
  ['CSK', ['150', '151']],
  ['SCG', ['150', '039']],
  ['CS', []],
  ['AQ', []],
  ['EU', []],
  ['hu', []],
])('%s lies in %j', (value, regions) => {
  const scheme = value.length === 2 ? 'iso3166-1-alpha-2' : 'iso3166-1-alpha-3';
  expect(regionsOf([{ scheme, value }])).toEqual(regions);
});

test('a region is told by a code of ISO 3166-1 alone, and each code lies in one place', () => {
  expect(regionsOf([{ scheme: 'wikidata', value: 'HU' }])).toEqual([]);
  expect(regionsOf([])).toEqual([]);
  const innermost = regionCodes.filter((region) => partsOf[region] === undefined);
  for (const code of codesWithRegion) {
    expect(innermost.filter((region) => codesOfRegion(region).includes(code)).length, code).toBe(1);
  }
});
