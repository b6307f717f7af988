'use client';

import { scopes, type ProgrammeContent } from '@rapporteur/domain/content/programme';
import type { ShapeOf } from '@rapporteur/domain/content/shape';
import { ScopeTag } from '@rapporteur/ui/terms';
import { fieldName, word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useDraft, useField, useIds, useStore } from '../draft/context';
import { setValue, valueAt } from '../draft/draft';
import { Rests } from '../evidence/marks';
import { Items, Part, type ItemsProps } from '../fields/items';
import { Fault } from '../fields/row';

type Scope = ProgrammeContent['provisions'][number]['scope'];

/** The provisions of a programme: each subject with its scope and its force, as readers compare them. */
export function Provisions(props: ItemsProps) {
  const t = useTranslations('editor');
  return (
    <>
      <Counts list={props.pointer} />
      <Items {...props} add={t('provisions.add')}>
        {(item) => <Provision pointer={item} shape={props.shape.item as ShapeOf<'group'>} />}
      </Items>
    </>
  );
}

function Provision({ pointer, shape }: { pointer: string; shape: ShapeOf<'group'> }) {
  const [scope] = useField(`${pointer}/scope`);
  const part = (name: string) => {
    const field = shape.fields[name];
    return field === undefined ? null : <Part pointer={`${pointer}/${name}`} shape={field} />;
  };
  return (
    <div className="provision-parts">
      {part('subject')}
      {part('group')}
      <ScopeChoice pointer={pointer} />
      {part('force')}
      {part('note')}
      {scope === 'not_mentioned' && part('readInFull')}
    </div>
  );
}

/** Scope as its four shapes. "Not mentioned" rests on sources read in full, so choosing another scope lets them go. */
function ScopeChoice({ pointer }: { pointer: string }) {
  const t = useTranslations('editor');
  const store = useStore();
  const field = `${pointer}/scope`;
  const idOf = useIds();
  const [chosen] = useField(field);
  const choose = (scope: Scope) =>
    store.edit(field, (draft) => {
      const changed = setValue(draft, field, scope);
      return scope === 'not_mentioned' ? changed : setValue(changed, `${pointer}/readInFull`, []);
    });
  return (
    <fieldset className="part part--scope" data-field={field}>
      <legend className="part-label">{t('label.programme-provisions-scope')}</legend>
      <div className="segments">
        {scopes.map((scope) => (
          <label key={scope} className="segment">
            <input
              type="radio"
              name={idOf(field)}
              value={scope}
              aria-label={`${word(scope)}: ${fieldName(pointer)}`}
              checked={chosen === scope}
              onChange={() => choose(scope)}
            />
            <ScopeTag scope={scope} />
          </label>
        ))}
      </div>
      <Fault pointer={field} id={idOf(field)} />
      <Rests pointer={field} small />
    </fieldset>
  );
}

function Counts({ list }: { list: string }) {
  const t = useTranslations('editor');
  const counts = useDraft((draft) => {
    const all = (valueAt(draft, list) as { scope: Scope | null }[] | undefined) ?? [];
    return scopes.map((scope) => all.filter((provision) => provision.scope === scope).length).join(' ');
  }).split(' ');
  if (counts.every((count) => count === '0')) return <p className="hint">{t('provisions.none')}</p>;
  return (
    <p className="tally">
      {scopes.map((scope, index) => (
        <ScopeTag key={scope} scope={scope}>{`${counts[index]} ${word(scope).toLowerCase()}`}</ScopeTag>
      ))}
    </p>
  );
}
