import type { PasskeyItem, SessionItem, TokenItem } from '@rapporteur/api/admin/people-views';
import { text } from '../../../i18n/text';
import { ActionForm } from '../../forms/action-form';
import { atTime } from '../../wording';
import { endOtherSessions, endSession, removePasskey, revokeToken } from './actions';
import { browserName } from './browser-name';

const t = text('account');

const When = ({ at }: { at: string }) => <time dateTime={at}>{atTime(at)}</time>;

/** The passkeys of whoever looks. */
export function PasskeyList({ items }: { items: readonly PasskeyItem[] }) {
  if (items.length === 0) return <p>{t('passkeys.empty')}</p>;
  return (
    <ul className="things">
      {items.map(({ id, name, createdAt, lastUsedAt }) => (
        <li key={id}>
          <span>
            <strong>{name}</strong>
            <br />
            {t.rich('made', { at: () => <When at={createdAt} /> })}{' '}
            {lastUsedAt === null ? t('neverUsed') : t.rich('lastUsed', { at: () => <When at={lastUsedAt} /> })}
          </span>
          <ActionForm
            action={removePasskey}
            button={t('passkeys.remove')}
            label={t('passkeys.removeOne', { name })}
            hidden={{ id }}
          />
        </li>
      ))}
    </ul>
  );
}

/** Where whoever looks is signed in. */
export function SessionList({ items }: { items: readonly SessionItem[] }) {
  return (
    <>
      <ul className="things">
        {items.map((session) => (
          <li key={session.id}>
            <span>
              <strong>{browserName(session.browser) ?? t('sessions.unknown')}</strong>
              {session.current && <span className="tag">{t('sessions.this')}</span>}
              <br />
              {session.address !== null && `${session.address} · `}
              {t.rich('sessions.since', { at: () => <When at={session.startedAt} /> })}{' '}
              {t.rich('sessions.seen', { at: () => <When at={session.lastSeenAt} /> })}
            </span>
            {!session.current && (
              <ActionForm
                action={endSession}
                button={t('sessions.end')}
                label={t('sessions.endOne', { name: browserName(session.browser) ?? t('sessions.unknown') })}
                hidden={{ id: session.id }}
              />
            )}
          </li>
        ))}
      </ul>
      {items.length > 1 && <ActionForm action={endOtherSessions} button={t('sessions.endOthers')} look="bad" />}
    </>
  );
}

/** The API tokens of whoever looks, without their secrets. */
export function TokenList({ items }: { items: readonly TokenItem[] }) {
  if (items.length === 0) return <p>{t('tokens.empty')}</p>;
  return (
    <ul className="things">
      {items.map((token) => (
        <li key={token.id}>
          <span>
            <strong>{token.name}</strong>{' '}
            {token.scopes.map((scope) => (
              <span className="tag" key={scope}>
                {t(`scope.${scope}`)}
              </span>
            ))}
            <br />
            {t.rich('made', { at: () => <When at={token.createdAt} /> })}{' '}
            {t.rich('tokens.until', { at: () => <When at={token.expiresAt} /> })}{' '}
            {token.lastUsedAt === null
              ? t('neverUsed')
              : t.rich('lastUsed', { at: () => <When at={token.lastUsedAt ?? ''} /> })}
          </span>
          <ActionForm
            action={revokeToken}
            button={t('tokens.revoke')}
            label={t('tokens.revokeOne', { name: token.name })}
            hidden={{ id: token.id }}
            look="bad"
          />
        </li>
      ))}
    </ul>
  );
}
