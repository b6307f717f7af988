import type { Me } from '@rapporteur/api/admin/desk-views';
import type { QueueGroup, QueuePage } from '@rapporteur/api/admin/queue-views';
import type { OpenRelease } from '../app/(desk)/releases/put';
import { text } from '../i18n/text';
import { Words } from '../i18n/words';
import { hrefOf, isFiltered, writeQuery, type QueueAddress } from './address';
import { commandsOf } from './bulk-commands';
import { BulkForm } from './bulk-form';
import { cleared, type Colleague } from './filter-panel';
import { GroupedTable, ListTable } from './work-table';

const t = text('queue');

/** How many records one command changes at most; of a longer list not all can be chosen. */
const mostAtOnce = 200;

interface Props {
  list: QueuePage | { groups: QueueGroup[] };
  address: QueueAddress;
  me: Me;
  colleagues: readonly Colleague[];
  releases: readonly OpenRelease[];
  now: Date;
}

/** The list itself, with what can be done to its records. */
export function Listing({ list, address, me, colleagues, releases, now }: Props) {
  const frame = { address, me, now };
  const isEmpty = 'groups' in list ? list.groups.length === 0 : list.items.length === 0;
  const whole = 'items' in list && !list.total.more && list.total.count <= mostAtOnce ? list.total.count : null;
  return (
    <>
      <Words areas={['queue', 'shell']}>
        <BulkForm
          commands={commandsOf(me)}
          colleagues={colleagues}
          releases={releases}
          query={writeQuery(address)}
          whole={whole}
        >
          {/* Within the form also when nothing is left: what was done to the last of them is said there. */}
          {isEmpty ? (
            <Empty address={address} />
          ) : 'groups' in list ? (
            <GroupedTable groups={list.groups} {...frame} />
          ) : (
            <ListTable items={list.items} caption={captionOf(address, list)} {...frame} />
          )}
        </BulkForm>
      </Words>
      {'items' in list && !isEmpty && (
        <nav className="pager" aria-label={t('pages')}>
          <span className="hint">{captionOf(address, list)}</span>
          {address.after !== null && <a href={hrefOf(address)}>{t('firstPage')}</a>}
          {list.next !== null && <a href={hrefOf(address, { after: list.next })}>{t('nextPage')}</a>}
        </nav>
      )}
    </>
  );
}

function captionOf({ sort }: QueueAddress, { total }: QueuePage): string {
  const order = t(`order.${sort}`);
  return total.more
    ? t('caption.listMore', { count: total.count, order })
    : t('caption.list', { count: total.count, order });
}

/** What it means that there is nothing. */
function Empty({ address }: { address: QueueAddress }) {
  const { view } = address;
  const filtered = isFiltered(address);
  const what = filtered ? 'list' : view;
  return (
    <div className="notice">
      <h2>{t(`empty.${what}`)}</h2>
      <p>{t(`empty.${what}Text`)}</p>
      {filtered && (
        <a className="button" href={cleared(address)}>
          {t('filter.clear')}
        </a>
      )}
    </div>
  );
}
