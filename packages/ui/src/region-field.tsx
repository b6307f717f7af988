import { depthOfRegion } from '@rapporteur/domain/region/regions';
import type { Region } from '@rapporteur/domain/region/m49';
import { regionName } from './region-name';
import { text } from './text';

interface Props {
  id: string;
  /** The regions to choose among, each followed by its parts. */
  regions: readonly Region[];
  chosen: Region | null;
}

/** The choice of a region in a form: parts stand indented below what they are parts of. */
export function RegionField({ id, regions, chosen }: Props) {
  const t = text('regions');
  const offered = chosen === null || regions.includes(chosen) ? regions : [chosen, ...regions];
  return (
    <p className="field">
      <label htmlFor={id}>{t('label')}</label>
      <select className="input" id={id} name="region" defaultValue={chosen ?? ''}>
        <option value="">{t('all')}</option>
        {offered.map((region) => (
          <option key={region} value={region}>
            {'\u2003'.repeat(depthOfRegion(region)) + regionName(region)}
          </option>
        ))}
      </select>
    </p>
  );
}
