import type { Person } from '@rapporteur/api/admin/people-views';
import { text } from '../../../i18n/text';
import { ActionChoice, ActionForm } from '../../forms/action-form';
import { Avatar } from '../../shell/avatar';
import { atTime } from '../../wording';
import { changeRole, deactivate, endSessions, reactivate, revokeTokens } from './actions';

const t = text('people');

interface Props {
  items: readonly Person[];
  ownId: string;
  roles: readonly { value: string; label: string }[];
}

/** Everybody, with what an administrator may change about each; nobody changes their own role. */
export function PeopleTable({ items, ownId, roles }: Props) {
  return (
    <table className="people">
      <caption className="vh">{t('people.everybody')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('people.person')}</th>
          <th scope="col">{t('people.role')}</th>
          <th scope="col">{t('people.signsInBy')}</th>
          <th scope="col">{t('people.access')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((person) => (
          <tr key={person.id} className={person.active ? undefined : 'is-gone'}>
            <th scope="row">
              <span className="who">
                <Avatar name={person.name} id={person.id} />
                <span>
                  <strong>{person.name}</strong> {person.id === ownId && <span className="tag">{t('people.you')}</span>}
                  <br />
                  <span className="mail">{person.email}</span>
                </span>
              </span>
            </th>
            <td>
              {person.id === ownId || !person.active ? (
                roles.find(({ value }) => value === person.role)?.label
              ) : (
                <ActionForm
                  action={changeRole}
                  button={t('people.change')}
                  label={t('people.changeOne', { name: person.name })}
                  hidden={{ id: person.id }}
                  className="inline-form"
                >
                  <ActionChoice
                    name="role"
                    label={t('people.roleOf', { name: person.name })}
                    value={person.role}
                    options={roles}
                  />
                </ActionForm>
              )}
            </td>
            <td>
              <Ways person={person} />
            </td>
            <td>
              <Access person={person} own={person.id === ownId} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Ways({ person }: { person: Person }) {
  const ways = [
    person.hasPassword && (person.hasSecondFactor ? t('people.passwordAndCode') : t('people.password')),
    person.passkeys > 0 && t('people.passkeys', { count: person.passkeys }),
  ].filter((way) => way !== false);
  return <>{ways.length === 0 ? t('people.linkOnly') : ways.join(', ')}</>;
}

function Access({ person, own }: { person: Person; own: boolean }) {
  const hidden = { id: person.id };
  const { name } = person;
  if (!person.active) {
    return (
      <>
        <span className="tag">{t('people.deactivated')}</span>
        <ActionForm
          action={reactivate}
          button={t('people.reactivate')}
          label={t('people.reactivateOne', { name })}
          hidden={hidden}
        />
      </>
    );
  }
  return (
    <>
      <p className="hint">
        {t('people.open', { sessions: person.sessions, tokens: person.tokens })}{' '}
        {person.lastSeenAt !== null &&
          t.rich('people.seen', {
            at: () => <time dateTime={person.lastSeenAt ?? ''}>{atTime(person.lastSeenAt ?? '')}</time>,
          })}
      </p>
      {!own && (
        <div className="acts">
          {person.sessions > 0 && (
            <ActionForm
              action={endSessions}
              button={t('people.endSessions')}
              label={t('people.endSessionsOf', { name })}
              hidden={hidden}
            />
          )}
          {person.tokens > 0 && (
            <ActionForm
              action={revokeTokens}
              button={t('people.revokeTokens')}
              label={t('people.revokeTokensOf', { name })}
              hidden={hidden}
            />
          )}
          <ActionForm
            action={deactivate}
            button={t('people.deactivate')}
            label={t('people.deactivateOne', { name })}
            hidden={hidden}
            look="bad"
          />
        </div>
      )}
    </>
  );
}
