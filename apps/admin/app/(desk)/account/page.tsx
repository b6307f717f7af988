import { randomUUID } from 'node:crypto';
import { scopes } from '@rapporteur/api/admin/people-views';
import { word } from '@rapporteur/ui/words';
import type { Metadata } from 'next';
import { text } from '../../../i18n/text';
import { Words } from '../../../i18n/words';
import { ActionField, ActionForm } from '../../forms/action-form';
import { desk, meOf } from '../../session';
import { SettingsPage } from '../../shell/settings-page';
import { valueIn, type Query } from '../../sign-in/flash';
import { changePassword, rename } from './actions';
import { AddPasskey } from './add-passkey';
import { PasskeyList, SessionList, TokenList } from './lists';
import { SecondFactor } from './second-factor';
import { NewToken } from './tokens';

const t = text('account');

export const metadata: Metadata = { title: t('title') };

const done = [
  'rename',
  'password',
  'secondFactorOn',
  'secondFactorOff',
  'passkeyAdded',
  'passkeyRemoved',
  'session',
  'sessions',
  'tokenRevoked',
] as const;

/** What somebody can do about themself: how they sign in, where they are signed in, and what programs act for them. */
export default async function AccountPage({ searchParams }: { searchParams: Query }) {
  const { call } = await desk();
  const [query, account, passkeys, sessions, me] = await Promise.all([
    searchParams,
    call.account.get({}),
    call.account.passkeys({}),
    call.account.sessions({}),
    meOf(),
  ]);
  const tokens = me.may.includes('token.manage') ? await call.token.list({}) : null;
  const outcome = done.find((what) => what === valueIn(query, 'done'));
  return (
    <SettingsPage title={t('title')} outcome={outcome === undefined ? null : t(`done.${outcome}`)} look="narrow">
      {!account.fresh && (
        <p className="refuse">
          {t.rich('stale', { link: (words) => <a href="/sign-in?again=1&next=/account">{words}</a> })}
        </p>
      )}
      <Words areas={['account']}>
        <section aria-labelledby="you">
          <h2 id="you">{t('you.title')}</h2>
          <p className="hint">{t('you.as', { email: account.email, role: word(account.role) })}</p>
          <ActionForm action={rename} button={t('you.save')}>
            <ActionField name="name" label={t('you.name')} value={account.name} autoComplete="name" />
          </ActionForm>
        </section>

        <section aria-labelledby="password">
          <h2 id="password">{t('password.title')}</h2>
          <p className="hint">{account.hasPassword ? t('password.change') : t('password.none')}</p>
          <ActionForm action={changePassword} button={account.hasPassword ? t('password.button') : t('password.set')}>
            {account.hasPassword && (
              <ActionField
                name="current"
                type="password"
                label={t('password.current')}
                autoComplete="current-password"
              />
            )}
            <ActionField
              name="password"
              type="password"
              label={t('password.new')}
              hint={t('password.hint')}
              autoComplete="new-password"
            />
          </ActionForm>
        </section>

        <section aria-labelledby="second-factor">
          <h2 id="second-factor">{t('secondFactor.title')}</h2>
          <p className="hint">{t('secondFactor.what')}</p>
          {account.hasPassword ? (
            <SecondFactor on={account.hasSecondFactor} />
          ) : (
            <p>{t('secondFactor.needsPassword')}</p>
          )}
        </section>

        <section aria-labelledby="passkeys">
          <h2 id="passkeys">{t('passkeys.title')}</h2>
          <p className="hint">{t('passkeys.what')}</p>
          <PasskeyList items={passkeys.items} />
          <AddPasskey />
        </section>

        <section aria-labelledby="sessions">
          <h2 id="sessions">{t('sessions.title')}</h2>
          <SessionList items={sessions.items} />
        </section>

        {tokens !== null && (
          <section aria-labelledby="tokens">
            <h2 id="tokens">{t('tokens.title')}</h2>
            <p className="hint">{t('tokens.what')}</p>
            <TokenList items={tokens.items} />
            <details open={tokens.items.length === 0}>
              <summary>{t('tokens.new')}</summary>
              <NewToken scopes={scopes} once={randomUUID()} />
            </details>
          </section>
        )}
      </Words>
    </SettingsPage>
  );
}
