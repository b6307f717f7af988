import { kindNames } from '@rapporteur/domain/kinds';
import { Icon } from '../app/shell/desk-icon';
import { text } from '../i18n/text';
import { hrefOf, isFiltered, type QueueAddress } from './address';
import { cleared, type Colleague } from './filter-panel';

const t = text('queue');
const shell = text('shell');

/** By what the list is narrowed, each with the way to the list without it. */
export function Narrowed({ address, colleagues }: { address: QueueAddress; colleagues: readonly Colleague[] }) {
  if (!isFiltered(address)) return null;
  const person = (id: string) => {
    if (id === 'me') return t('filter.me');
    return id === 'nobody' ? t('filter.nobody') : (colleagues.find((colleague) => colleague.id === id)?.name ?? id);
  };
  const { kinds, states, due, evidence } = address;
  const parts: [name: string, without: Partial<QueueAddress>][] = [
    ...kinds.map((kind): [string, Partial<QueueAddress>] => [
      kindNames[kind].plural,
      { kinds: kinds.filter((other) => other !== kind) },
    ]),
    ...states.map((state): [string, Partial<QueueAddress>] => [
      shell(`state.${state}`),
      { states: states.filter((other) => other !== state) },
    ]),
  ];
  if (address.with !== null) parts.push([`${t('filter.with')}: ${person(address.with)}`, { with: null }]);
  if (address.author !== null) parts.push([`${t('filter.author')}: ${person(address.author)}`, { author: null }]);
  if (due !== null) parts.push([`${t('filter.due')}: ${t(`filter.dues.${due}`)}`, { due: null }]);
  if (evidence !== null)
    parts.push([`${t('filter.evidence')}: ${t(`filter.evidences.${evidence}`)}`, { evidence: null }]);
  if (address.text !== null) parts.push([`“${address.text}”`, { text: null }]);
  return (
    <p className="narrowed">
      <span className="hint">{t('filter.narrowed')}</span>
      {parts.map(([name, without]) => (
        <a
          key={name}
          className="narrowed-chip"
          href={hrefOf(address, without)}
          aria-label={t('filter.without', { name })}
        >
          {name}
          <Icon name="i-x" />
        </a>
      ))}
      <a href={cleared(address)}>{t('filter.clear')}</a>
    </p>
  );
}
