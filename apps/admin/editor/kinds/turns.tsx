'use client';

import { turns as allTurns, type PositionContent } from '@rapporteur/domain/content/position';
import type { ShapeOf } from '@rapporteur/domain/content/shape';
import { StanceTag, TurnTag } from '@rapporteur/ui/terms';
import { useTranslations } from 'next-intl';
import { useDraft, useField, useIds, useStore } from '../draft/context';
import { setValue, valueAt } from '../draft/draft';
import { ChoiceField } from '../fields/choice';
import { Items, Part, type ItemsProps } from '../fields/items';

type Turn = PositionContent['turns'][number];

/** A position turn by turn: how it moved, when, what is held from then on, and what that rests on. */
export function Turns(props: ItemsProps) {
  const t = useTranslations('editor');
  return (
    <>
      <Course list={props.pointer} />
      <Items {...props} add={t('turns.add')}>
        {(item) => <OneTurn pointer={item} list={props.pointer} shape={props.shape.item as ShapeOf<'group'>} />}
      </Items>
    </>
  );
}

function OneTurn({ pointer, list, shape }: { pointer: string; list: string; shape: ShapeOf<'group'> }) {
  const t = useTranslations('editor');
  const store = useStore();
  const idOf = useIds();
  const [turn] = useField(`${pointer}/turn`);
  const index = Number(pointer.slice(list.length + 1));
  const before = useDraft((draft) => turnAt(valueAt(draft, `${list}/${index - 1}`)));
  // A lapse leaves no stance, so choosing it lets go of the one that was chosen before.
  const choose = (term: string | null) =>
    store.edit(`${pointer}/turn`, (draft) => {
      const changed = setValue(draft, `${pointer}/turn`, term);
      return term === 'lapsed' ? setValue(changed, `${pointer}/stance`, null) : changed;
    });
  // The first turn, and the first after a lapse, is new; no other is.
  const allowed = index === 0 || before === 'lapsed' ? ['new'] : allTurns.filter((known) => known !== 'new');
  const [first] = allowed;
  const { turn: turnShape, stance, ...rest } = shape.fields;
  if (turnShape?.form !== 'choice' || stance?.form !== 'choice') return null;
  return (
    <>
      <Part pointer={`${pointer}/turn`} shape={turnShape}>
        <ChoiceField
          onChoose={choose}
          pointer={`${pointer}/turn`}
          shape={turnShape}
          id={idOf(`${pointer}/turn`)}
          allowed={allowed}
        />
        {allowed.length === 1 && turn !== first && (
          <button type="button" className="link-button" onClick={() => choose(first ?? null)}>
            {t('turns.isNew')}
          </button>
        )}
      </Part>
      {turn === 'lapsed' ? (
        <Lapsed pointer={`${pointer}/stance`} />
      ) : (
        <Part pointer={`${pointer}/stance`} shape={{ ...stance, nullable: false }} />
      )}
      {Object.entries(rest).map(([name, field]) => (
        <Part key={name} pointer={`${pointer}/${name}`} shape={field} />
      ))}
    </>
  );
}

/** After a lapse there is no stance: not on record, which is not neutral. One that was chosen before is let go. */
function Lapsed({ pointer }: { pointer: string }) {
  const t = useTranslations('editor');
  return (
    <div className="part" data-field={pointer}>
      <span className="part-label">{t('label.position-turns-stance')}</span>
      <StanceTag stance={null} />
    </div>
  );
}

/** The whole course of a position in a line. */
function Course({ list }: { list: string }) {
  const t = useTranslations('editor');
  const turns = useDraft((draft) => valueAt(draft, list)) as readonly Partial<Turn>[] | undefined;
  const known = (turns ?? []).filter(({ turn }) => typeof turn === 'string');
  if (known.length < 2) return null;
  return (
    <ol className="course" aria-label={t('turns.course')}>
      {known.map(({ turn, stance }, index) => (
        <li key={index}>
          {turn != null && <TurnTag turn={turn} />} <StanceTag stance={stance ?? null} />
        </li>
      ))}
    </ol>
  );
}

const turnAt = (value: unknown): string | null => {
  const turn = (value as Partial<Turn> | undefined)?.turn;
  return typeof turn === 'string' ? turn : null;
};
