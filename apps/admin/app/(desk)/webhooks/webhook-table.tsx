import type { DeliveryView, WebhookView } from '@rapporteur/domain/webhook-views';
import { kindName, word } from '@rapporteur/ui/words';
import { text } from '../../../i18n/text';
import { ActionForm } from '../../forms/action-form';
import { Fold } from '../../forms/fold';
import { atTime } from '../../wording';
import { pauseWebhook, removeWebhook, resumeWebhook, sendAgain } from './actions';

const t = text('webhook');

/** The addresses that are told, with how their deliveries stand. */
export function WebhookTable({ items }: { items: readonly WebhookView[] }) {
  if (items.length === 0) return <p className="hint">{t('list.none')}</p>;
  return (
    <table className="people">
      <caption className="vh">{t('list.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('list.address')}</th>
          <th scope="col">{t('list.kinds')}</th>
          <th scope="col">{t('list.deliveries')}</th>
          <th scope="col">{t('list.acts')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((webhook) => (
          <tr key={webhook.id}>
            <th scope="row">
              <a href={`/webhooks?of=${webhook.id}`}>{webhook.address}</a>{' '}
              {webhook.paused && <span className="tag">{t('list.paused')}</span>}
            </th>
            <td>
              {webhook.kinds.length === 0 ? t('list.all') : webhook.kinds.map((kind) => kindName(kind)).join(', ')}
            </td>
            <td>{t('list.counts', webhook.counts)}</td>
            <td>
              <Acts {...webhook} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Acts({ id, address, paused }: WebhookView) {
  return (
    <div className="acts">
      {paused ? (
        <ActionForm
          action={resumeWebhook}
          button={t('list.resume')}
          label={t('list.resumeOne', { address })}
          hidden={{ id }}
        />
      ) : (
        <ActionForm
          action={pauseWebhook}
          button={t('list.pause')}
          label={t('list.pauseOne', { address })}
          hidden={{ id }}
        />
      )}
      <Fold title={t('list.remove')} label={t('list.removeOne', { address })}>
        <p className="hint">{t('list.removeAsks')}</p>
        <ActionForm
          action={removeWebhook}
          button={t('list.remove')}
          label={t('list.removeOne', { address })}
          hidden={{ id }}
          look="bad"
        />
      </Fold>
    </div>
  );
}

/** What one address was told, and what it answered. */
export function DeliveryTable({ of, items }: { of: string; items: readonly DeliveryView[] }) {
  if (items.length === 0) return <p className="hint">{t('deliveries.none')}</p>;
  return (
    <table className="people">
      <caption className="vh">{t('deliveries.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('deliveries.what')}</th>
          <th scope="col">{t('deliveries.state')}</th>
          <th scope="col">{t('deliveries.answer')}</th>
          <th scope="col">{t('deliveries.act')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((delivery) => (
          <Delivery key={delivery.id} of={of} {...delivery} />
        ))}
      </tbody>
    </table>
  );
}

function Delivery({
  of,
  id,
  sequence,
  kind,
  slug,
  action,
  state,
  attempts,
  status,
  answer,
  triedAt,
}: DeliveryView & { of: string }) {
  return (
    <tr>
      <th scope="row">
        {t('deliveries.publication', { sequence: String(sequence), action: word(action), kind: kindName(kind), slug })}
      </th>
      <td>
        <span className="tag">{t(`deliveries.states.${state}`)}</span>{' '}
        {triedAt !== null && (
          <span className="hint">
            {t.rich('deliveries.tried', { attempts, at: () => <time dateTime={triedAt}>{atTime(triedAt)}</time> })}
          </span>
        )}
      </td>
      <td>
        {triedAt === null ? '' : status === null ? t('deliveries.noAnswer') : String(status)} {answer}
      </td>
      <td>
        {state !== 'waiting' && (
          <ActionForm
            action={sendAgain}
            button={t('deliveries.again')}
            label={t('deliveries.againOne', { sequence: String(sequence) })}
            hidden={{ id, of }}
          />
        )}
      </td>
    </tr>
  );
}
