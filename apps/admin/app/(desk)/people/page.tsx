import { roles } from '@rapporteur/api/admin/people-views';
import { word } from '@rapporteur/ui/words';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { text } from '../../../i18n/text';
import { Words } from '../../../i18n/words';
import { desk, meOf } from '../../session';
import { SettingsPage } from '../../shell/settings-page';
import { valueIn, type Query } from '../../sign-in/flash';
import { Invitations } from './invitations';
import { InviteForm } from './invite-form';
import { PeopleTable } from './people-table';

const t = text('people');

export const metadata: Metadata = { title: t('people.title') };

const done = ['revoked', 'role', 'deactivated', 'reactivated', 'sessions', 'tokens'] as const;

/** Who works at the desk, as what, and who is invited. For administrators. */
export default async function PeoplePage({ searchParams }: { searchParams: Query }) {
  const [query, { call }, me] = await Promise.all([searchParams, desk(), meOf()]);
  if (!me.may.includes('user.manage')) notFound();
  const after = valueIn(query, 'after');
  const [people, invitations] = await Promise.all([
    call.person.list({ after: after === '' ? null : after, limit: 50 }),
    call.person.invitations({ limit: 100 }),
  ]);
  const outcome = done.find((what) => what === valueIn(query, 'done'));
  const choices = roles.map((role) => ({ value: role, label: word(role) }));
  return (
    <SettingsPage title={t('people.title')} outcome={outcome === undefined ? null : t(`people.done.${outcome}`)}>
      <Words areas={['people']}>
        <section aria-labelledby="invite">
          <h2 id="invite">{t('invite.title')}</h2>
          <p className="hint">{t('invite.how')}</p>
          <InviteForm roles={choices} />
          <Invitations items={invitations.items} />
        </section>
        <section aria-labelledby="everybody">
          <h2 id="everybody">{t('people.everybody')}</h2>
          <PeopleTable items={people.items} ownId={me.id} roles={choices} />
          <nav className="pager" aria-label={t('people.pages')}>
            {after !== '' && <a href="/people">{t('people.first')}</a>}
            {people.next !== null && <a href={`/people?after=${people.next}`}>{t('people.next')}</a>}
          </nav>
        </section>
      </Words>
    </SettingsPage>
  );
}
