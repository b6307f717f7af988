import { randomUUID } from 'node:crypto';
import { kinds } from '@rapporteur/domain/kinds';
import { kindName } from '@rapporteur/ui/words';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { text } from '../../../i18n/text';
import { Words } from '../../../i18n/words';
import { desk, meOf } from '../../session';
import { SettingsPage } from '../../shell/settings-page';
import { valueIn, type Query } from '../../sign-in/flash';
import { AddWebhook } from './add-webhook';
import { DeliveryTable, WebhookTable } from './webhook-table';

const t = text('webhook');

export const metadata: Metadata = { title: t('title') };

const done = ['paused', 'resumed', 'removed', 'again'] as const;

/** The programs of others that are told of publications. For administrators. */
export default async function WebhooksPage({ searchParams }: { searchParams: Query }) {
  const [query, { call }, me] = await Promise.all([searchParams, desk(), meOf()]);
  if (!me.may.includes('webhook.manage')) notFound();
  const { items } = await call.webhook.list({});
  const chosen = items.find(({ id }) => id === valueIn(query, 'of'));
  const after = /^[1-9]\d{0,17}$/.exec(valueIn(query, 'after'))?.[0] ?? null;
  const deliveries =
    chosen === undefined ? null : await call.webhook.deliveries({ webhookId: chosen.id, after, limit: 50 });
  const outcome = done.find((what) => what === valueIn(query, 'done'));
  return (
    <SettingsPage title={t('title')} outcome={outcome === undefined ? null : t(`done.${outcome}`)}>
      <Words areas={['webhook']}>
        {chosen !== undefined && deliveries !== null && (
          <section aria-labelledby="deliveries">
            <h2 id="deliveries">{t('deliveries.of', { address: chosen.address })}</h2>
            <DeliveryTable of={chosen.id} items={deliveries.items} />
            <nav className="pager" aria-label={t('deliveries.pages')}>
              <a href="/webhooks">{t('deliveries.back')}</a>
              {deliveries.next !== null && (
                <a href={`/webhooks?of=${chosen.id}&after=${deliveries.next}`}>{t('deliveries.next')}</a>
              )}
            </nav>
          </section>
        )}
        <section aria-labelledby="everything">
          <h2 id="everything">{t('list.title')}</h2>
          <p className="hint">{t('how')}</p>
          <WebhookTable items={items} />
        </section>
        <section aria-labelledby="add">
          <h2 id="add">{t('add.title')}</h2>
          <AddWebhook
            kinds={kinds.map((kind) => ({ value: kind, label: kindName(kind, 'many') }))}
            once={randomUUID()}
          />
        </section>
      </Words>
    </SettingsPage>
  );
}
