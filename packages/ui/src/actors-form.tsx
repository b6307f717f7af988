import { actorTypes } from '@rapporteur/domain/content/actor';
import type { ActorFilter } from '@rapporteur/domain/region/actor-filter';
import { regionCodes } from '@rapporteur/domain/region/m49';
import { RegionField } from './region-field';
import { text } from './text';
import { word } from './words';

/** What the list of actors can be narrowed to. A plain form, so it works without scripts, and every answer has an address. */
export function ActorsForm({ filter: { type, region } }: { filter: ActorFilter }) {
  const t = text('regions');
  return (
    <form className="board-form" action="/actors" aria-label={t('form')}>
      <div className="board-fields">
        <p className="field">
          <label htmlFor="actors-type">{t('type')}</label>
          <select className="input" id="actors-type" name="type" defaultValue={type ?? ''}>
            <option value="">{t('anyType')}</option>
            {actorTypes.map((each) => (
              <option key={each} value={each}>
                {word(each)}
              </option>
            ))}
          </select>
        </p>
        <RegionField id="actors-region" regions={regionCodes} chosen={region} />
        <button className="button button--main" type="submit">
          {t('show')}
        </button>
      </div>
      {region === null ? null : (
        <p className="hint">
          {t('source')} {t('withoutCode')}
        </p>
      )}
    </form>
  );
}
