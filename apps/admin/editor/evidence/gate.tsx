'use client';

import { fieldName, plural } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { references } from '@rapporteur/domain/content/references';
import { Icon } from '../../app/shell/desk-icon';
import { useDraft, useEditor, useStore } from '../draft/context';
import { untold } from '../draft/untold';
import { goToField } from '../fields/place';
import { useBook } from '../reference/book';

/** How many places one line names before it only counts them. */
const mostNamed = 8;

/** What stands between this draft and its review, each with the way to it. */
export function Gate({ published }: { published: boolean }) {
  const t = useTranslations('editor');
  const { kind } = useStore();
  const findings = useEditor((state) => state.findings);
  const content = useDraft((draft) => draft.content);
  const { known } = useBook();
  const cited = useDraft(({ citations }) => citations);
  const independent = new Set(cited.map(({ passage }) => passage.source)).size;
  const lacking = useDraft((draft) => untold(draft, published));
  const { empty, wrong, unsupported, needing, astray } = findings;
  const faults = [empty.length, wrong.size, unsupported.length, astray.length, lacking === null ? 0 : 1];
  const left = faults.filter((count) => count > 0).length;
  const named = [...references(kind, content).map(({ value }) => value), ...cited.map(({ passage }) => passage.source)];
  const hidden = [...new Set(named)].filter((id) => known.get(id)?.live === false);
  return (
    <section aria-labelledby="gate-h">
      <h2 id="gate-h" tabIndex={-1}>
        {left === 0 ? t('gate.ready') : t('gate.left', { count: left })}
      </h2>
      <ul className="gate">
        <Line good={empty.length === 0} words={t('gate.filled')} fields={empty} />
        {wrong.size > 0 && <Line good={false} words={t('gate.wrong')} fields={[...wrong.keys()]} />}
        {needing > 0 && (
          <Line
            good={unsupported.length === 0}
            words={t('gate.rests')}
            more={unsupported.length === 0 ? undefined : t('gate.without', { count: unsupported.length, of: needing })}
            fields={unsupported}
          />
        )}
        {astray.length > 0 && <Line good={false} words={t('gate.astray', { count: astray.length })} fields={[]} />}
        {published && <Told lacking={lacking} />}
        {needing > 0 && independent === 1 && <Note words={t('gate.oneSource')} more={t('gate.doesNotBlock')} />}
        {hidden.length > 0 && (
          <Note
            words={t('gate.notPublic', { records: plural(hidden.length, 'record') })}
            more={t('gate.notBefore', {
              titles: hidden
                .slice(0, mostNamed)
                .map((id) => known.get(id)?.title ?? id)
                .join(', '),
            })}
          />
        )}
        <li>
          <span className="icon-accent">
            <Icon name="i-people" />
          </span>
          <span>
            {t('gate.someoneElse')}
            <small>{t('gate.notYourself')}</small>
          </span>
        </li>
      </ul>
    </section>
  );
}

interface LineProps {
  good: boolean;
  words: string;
  more?: string | undefined;
  fields: readonly string[];
}

function Line({ good, words, more, fields }: LineProps) {
  const t = useTranslations('editor');
  return (
    <li>
      <span className={good ? 'icon-good' : 'icon-bad'}>
        <Icon name={good ? 'i-check' : 'i-x'} label={t(good ? 'gate.done' : 'gate.open')} />
      </span>
      <span>
        {words}
        {more !== undefined && <small>{more}</small>}
        {fields.length > 0 && (
          <ul className="gate-fields">
            {fields.slice(0, mostNamed).map((field) => (
              <li key={field}>
                <button type="button" className="link-button" onClick={() => goToField(field)}>
                  {fieldName(field)}
                </button>
              </li>
            ))}
            {fields.length > mostNamed && <li>{t('gate.andMore', { count: fields.length - mostNamed })}</li>}
          </ul>
        )}
      </span>
    </li>
  );
}

/** Whether readers are told what the change is; with the way to where that is said. */
function Told({ lacking }: { lacking: ReturnType<typeof untold> }) {
  const t = useTranslations('editor');
  return (
    <li>
      <span className={lacking === null ? 'icon-good' : 'icon-bad'}>
        <Icon name={lacking === null ? 'i-check' : 'i-x'} label={t(lacking === null ? 'gate.done' : 'gate.open')} />
      </span>
      <span>
        {t('gate.told')}
        {lacking !== null && (
          <small>
            <button type="button" className="link-button" onClick={() => goToField(placeOf[lacking])}>
              {t(`gate.untold.${lacking}`)}
            </button>
          </small>
        )}
      </span>
    </li>
  );
}

/** Where what readers are told is said. */
export const placeOf = { change: 'change-kind', note: 'change-note' } as const;

function Note({ words, more }: { words: string; more: string }) {
  return (
    <li>
      <span className="icon-warn">
        <Icon name="i-warn" />
      </span>
      <span>
        {words}
        <small>{more}</small>
      </span>
    </li>
  );
}
