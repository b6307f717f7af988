import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { text } from '../../../i18n/text';
import { attempt } from '../../attempt';
import { ProblemNotice } from '../../problem-notice';
import { desk, meOf } from '../../session';
import { SettingsPage } from '../../shell/settings-page';
import { valueIn, type Query } from '../../sign-in/flash';
import { AuditTable } from './audit-table';
import { addressOf, readFilter } from './filter';

const t = text('audit');

export const metadata: Metadata = { title: t('title') };

/** Who did what, when: narrowed by the address, page by page, and as a file. For administrators. */
export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const [query, { call }, me] = await Promise.all([searchParams, desk(), meOf()]);
  if (!me.may.includes('audit.read')) notFound();
  const filter = readFilter(query);
  const after = valueIn(query, 'after');
  const [page, choices, people] = await Promise.all([
    attempt(() => call.audit.list({ ...filter, after: after === '' ? null : after, limit: 50 })),
    call.audit.choices({}),
    call.person.list({ limit: 100 }),
  ]);
  return (
    <SettingsPage
      title={t('title')}
      bar={
        <span className="bar-end">
          <a className="button" href={addressOf('/audit/file', filter, { format: 'csv' })}>
            {t('csv')}
          </a>
          <a className="button" href={addressOf('/audit/file', filter, { format: 'jsonl' })}>
            {t('json')}
          </a>
        </span>
      }
    >
      <form className="inline-form" method="get" action="/audit" aria-label={t('filter.title')}>
        <div className="field">
          <label htmlFor="person">{t('filter.person')}</label>
          <input className="input" id="person" name="person" list="people" defaultValue={filter.person} />
          <datalist id="people">
            {people.items.map(({ id, email, name }) => (
              <option key={id} value={email}>
                {name}
              </option>
            ))}
          </datalist>
        </div>
        <div className="field">
          <label htmlFor="action">{t('filter.action')}</label>
          <select className="select" id="action" name="action" defaultValue={filter.action ?? ''}>
            <option value="">{t('filter.any')}</option>
            {choices.actions.map((action) => (
              <option key={action} value={action}>
                {action}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="recordId">{t('filter.record')}</label>
          <input className="input" id="recordId" name="recordId" defaultValue={filter.recordId} />
        </div>
        <div className="field">
          <label htmlFor="from">{t('filter.from')}</label>
          <input className="input" id="from" name="from" type="date" defaultValue={filter.from} />
        </div>
        <div className="field">
          <label htmlFor="until">{t('filter.until')}</label>
          <input className="input" id="until" name="until" type="date" defaultValue={filter.until} />
        </div>
        <button className="button button--main" type="submit">
          {t('filter.button')}
        </button>
        {Object.keys(filter).length > 0 && <a href="/audit">{t('filter.clear')}</a>}
      </form>
      {page.ok ? (
        <>
          <AuditTable items={page.value.items} />
          <nav className="pager" aria-label={t('pages')}>
            {after !== '' && <a href={addressOf('/audit', filter)}>{t('newest')}</a>}
            {page.value.next !== null && (
              <a href={addressOf('/audit', filter, { after: page.value.next })}>{t('older')}</a>
            )}
          </nav>
        </>
      ) : (
        <ProblemNotice problem={page.problem} />
      )}
    </SettingsPage>
  );
}
