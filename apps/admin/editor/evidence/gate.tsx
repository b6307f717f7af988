'use client';

import { fieldName, plural } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { references } from '@rapporteur/domain/content/references';
import { Icon } from '../../app/shell/desk-icon';
import { useDraft, useEditor, useStore } from '../draft/context';
import { goToField } from '../fields/place';
import { useBook } from '../reference/book';

/** How many places one line names before it only counts them. */
const mostNamed = 8;

/** What stands between this draft and its review, each with the way to it. */
export function Gate() {
  const t = useTranslations('editor');
  const { kind } = useStore();
  const findings = useEditor((state) => state.findings);
  const content = useDraft((draft) => draft.content);
  const independent = useDraft((draft) => new Set(draft.citations.map(({ passage }) => passage.source)).size);
  const { known } = useBook();
  const { empty, wrong, unsupported, needing, astray } = findings;
  const left = [empty.length, wrong.size, unsupported.length, astray.length].filter((count) => count > 0).length;
  const hidden = references(kind, content).filter(({ value }) => known.get(value)?.live === false);
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
        {needing > 0 && independent === 1 && <Note words={t('gate.oneSource')} more={t('gate.doesNotBlock')} />}
        {hidden.length > 0 && (
          <Note
            words={t('gate.notPublic', { records: plural(hidden.length, 'record') })}
            more={[...new Set(hidden.map(({ value }) => known.get(value)?.title ?? value))]
              .slice(0, mostNamed)
              .join(', ')}
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
