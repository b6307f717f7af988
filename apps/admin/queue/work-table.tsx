import type { Me } from '@rapporteur/api/admin/desk-views';
import type { QueueEntry, QueueGroup } from '@rapporteur/api/admin/queue-views';
import { kindNames } from '@rapporteur/domain/kinds';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../app/shell/desk-icon';
import { text } from '../i18n/text';
import type { Sort } from '@rapporteur/domain/queue-lists';
import { hrefOf, sortedBy, type QueueAddress } from './address';
import { Row } from './row';

const t = text('queue');
const shell = text('shell');

const columns = [
  ['record', 'title'],
  ['kind', 'kind'],
  ['evidence', 'evidence'],
  ['with', 'with'],
  ['next', 'state'],
  ['changed', 'changed'],
] as const satisfies readonly (readonly [string, Sort])[];

interface Frame {
  address: QueueAddress;
  me: Me;
  now: Date;
}

/** The work in hand, part by part. */
export function GroupedTable({ groups, ...frame }: Frame & { groups: readonly QueueGroup[] }) {
  return (
    <Table {...frame} caption={t('caption.groups')}>
      {groups.map(({ group, items, total }) => (
        <tbody key={group} id={group}>
          <GroupHead icon={<GroupIcon group={group} />} name={t(`group.${group}`)} count={countOf(total)} />
          {items.map((entry) => (
            <Row key={entry.id} entry={entry} me={frame.me} now={frame.now} view={frame.address.view} />
          ))}
          {total.count > items.length && (
            <tr className="rest">
              <td colSpan={columns.length + 1}>
                <a href={hrefOf(frame.address, wholeOf[group])}>{t('showAll', { count: countOf(total) })}</a>
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </Table>
  );
}

/** One list. Where it runs by kind, state or person, records that are alike in it stand under its name. */
export function ListTable({ items, caption, ...frame }: Frame & { items: readonly QueueEntry[]; caption: string }) {
  const parts: { name: string | null; entries: QueueEntry[] }[] = [];
  for (const entry of items) {
    const name = partOf(frame.address.sort, entry);
    const last = parts.at(-1);
    if (last !== undefined && last.name === name) last.entries.push(entry);
    else parts.push({ name, entries: [entry] });
  }
  return (
    <Table {...frame} caption={caption}>
      {parts.map(({ name, entries }) => (
        <tbody key={name}>
          {name !== null && <GroupHead name={name} />}
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} me={frame.me} now={frame.now} view={frame.address.view} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function Table({ address, caption, children }: Frame & { caption: string; children: ReactNode }) {
  return (
    <table className="work">
      <caption className="vh">{caption}</caption>
      <colgroup>
        <col className="col-choose" />
        {columns.map(([name]) => (
          <col key={name} className={`col-${name}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className="choose">
            <span className="vh">{t('column.choose')}</span>
            <input className="needs-scripts" type="checkbox" data-choose="page" aria-label={t('choosePage')} />
          </th>
          {columns.map(([name, sort]) => (
            <th key={name} scope="col" aria-sort={ariaSort(address, sort)}>
              <a href={sortedBy(address, sort)} title={t('sortBy', { order: t(`order.${sort}`) })}>
                {t(`column.${name}`)}
                {address.sort === sort && <Icon name={address.direction === 'asc' ? 'i-up' : 'i-down'} />}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}

function ariaSort(address: QueueAddress, sort: Sort): 'ascending' | 'descending' | undefined {
  if (address.sort !== sort) return undefined;
  return address.direction === 'asc' ? 'ascending' : 'descending';
}

function GroupHead({ icon, name, count }: { icon?: ReactNode; name: string; count?: string }) {
  return (
    <tr className="group">
      <th colSpan={columns.length + 1} scope="colgroup">
        {icon}
        {name}
        {count !== undefined && <span className="count">{count}</span>}
      </th>
    </tr>
  );
}

const groupIcons: Record<QueueGroup['group'], readonly [icon: IconName, look: string]> = {
  overdue: ['i-clock', 'icon-bad'],
  in_review: ['i-eye', 'icon-accent'],
  approved: ['i-check', 'icon-good'],
  draft: ['i-edit', ''],
  scheduled: ['i-lock', ''],
  drifted: ['i-warn', 'icon-warn'],
  translations: ['i-history', 'icon-warn'],
};

function GroupIcon({ group }: { group: QueueGroup['group'] }) {
  const [icon, look] = groupIcons[group];
  return (
    <span className={look}>
      <Icon name={icon} />
    </span>
  );
}

/** The list that holds all of a part. */
const wholeOf: Record<QueueGroup['group'], Partial<QueueAddress>> = {
  overdue: { due: 'overdue', grouped: false },
  in_review: { states: ['in_review'], grouped: false },
  approved: { states: ['approved'], grouped: false },
  draft: { states: ['draft'], grouped: false },
  scheduled: { states: ['scheduled'], grouped: false },
  drifted: { view: 'drifted' },
  translations: { view: 'translations' },
};

/** A number, or that there are more than could be counted. */
const countOf = ({ count, more }: { count: number; more: boolean }): string =>
  more ? t('more', { count: count.toLocaleString('en-GB') }) : String(count);

function partOf(sort: Sort, entry: QueueEntry): string | null {
  if (sort === 'kind') return kindNames[entry.kind].plural;
  if (sort === 'state') return shell(`state.${entry.state}`);
  if (sort === 'with') return entry.with?.name ?? t('with.nobody');
  return null;
}
