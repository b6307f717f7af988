import type { TranslationView } from '@rapporteur/api/admin/translation';
import { segmentOf } from '@rapporteur/domain/kinds';
import { language as languageSchema, languageNames } from '@rapporteur/domain/translation/languages';
import { fieldName } from '@rapporteur/ui/words';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { siteAddress } from '../../../../../../env';
import { text } from '../../../../../../i18n/text';
import { Words } from '../../../../../../i18n/words';
import { attempt } from '../../../../../attempt';
import { ProblemNotice } from '../../../../../problem-notice';
import { desk, meOf } from '../../../../../session';
import { Bar } from '../../../../../shell/bar';
import { Previews } from '../../previews';
import { wayTo, wayToRecord } from '../../way';
import { Gone, Original } from './original';
import { isStep } from './step-names';
import { Steps } from './steps';
import { TranslationForm } from './translation-form';

const t = text('translation');

export const metadata: Metadata = { title: t('title') };

interface Props {
  params: Promise<{ id: string; language: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A record in another language: the original beside its translation, field by field, and what is done with it next. */
export default async function TranslationPage({ params, searchParams }: Props) {
  const [asked, { done, at }, { user, call }, me] = await Promise.all([params, searchParams, desk(), meOf()]);
  const known = languageSchema.safeParse(asked.language);
  if (!known.success) notFound();
  const language = known.data;
  const [answer, previews] = await Promise.all([
    attempt(() => call.translation.get({ id: asked.id, language })),
    attempt(() => call.preview.list({ id: asked.id })),
  ]);
  if (!answer.ok && (answer.problem.code === 'not_found' || answer.problem.code === 'invalid_input')) notFound();
  const { english } = languageNames[language];
  if (!answer.ok) {
    return (
      <main id="main" tabIndex={-1}>
        <h1>{t('page', { language: english })}</h1>
        <ProblemNotice problem={answer.problem} />
      </main>
    );
  }
  const view = answer.value;
  const { record, newest, published } = view;
  const locked = newest?.state === 'in_review' || newest?.state === 'approved';
  const open = locked || newest?.state === 'draft';
  return (
    <>
      <Bar way={[wayTo(record.kind), wayToRecord(record.id, record.title)]} here={t('page', { language: english })}>
        {newest !== null && <span className="tag">{text('shell')(`state.${newest.state}`)}</span>}
        {published !== null && (
          <span className="bar-end">
            <a href={siteAddress(`/${language}/${segmentOf(record.kind)}/${record.slug}`)}>{t('read')}</a>
          </span>
        )}
      </Bar>
      <div className="review">
        <main id="main" tabIndex={-1} className="review-main">
          {typeof done === 'string' && (isStep(done) || done === 'revokePreview') && (
            <p className="outcome" role="status">
              {done === 'revokePreview' ? text('review')('done.revokePreview') : t(`done.${done}`)}
            </p>
          )}
          <section className="sheet" aria-label={t('page', { language: english })}>
            <p>{standing(view)}</p>
            {locked && <p className="hint">{t('locked')}</p>}
            {view.fields.length > 0 && (
              <Words areas={['translation', 'shell']}>
                <TranslationForm
                  // A saved text is a new form: nothing of the one before stays in its fields. What somebody else saves makes
                  // no new one: a form that was refused has to find its words again.
                  key={typeof at === 'string' ? at : ''}
                  userId={user.id}
                  id={record.id}
                  language={language}
                  version={view.lockVersion}
                  base={view.baseRevision ?? 0}
                  saved={done === 'save'}
                  readOnly={locked || view.live === null || !me.may.includes('translation.save')}
                  fields={view.fields.map((field) => ({
                    field: field.field,
                    form: field.form,
                    label: fieldName(field.field),
                    value: field.translation ?? field.suggestion ?? '',
                    suggested: field.suggestion !== null,
                    original: <Original field={field} began={newest !== null} />,
                  }))}
                />
              </Words>
            )}
          </section>
          <Gone texts={view.gone} language={language} />
        </main>
        <aside className="review-side" aria-label={t('steps')}>
          <Steps view={view} me={me} />
          {open && view.live !== null && me.may.includes('preview.make') && previews.ok && (
            <Previews
              previews={previews.value.items}
              target={{ id: record.id, version: view.lockVersion }}
              number={newest.number}
              language={language}
            />
          )}
        </aside>
      </div>
    </>
  );
}

/** From which version it is made, and how the original stands to that one now. */
function standing({ newest, live, outdated }: TranslationView): string {
  if (newest === null) return t(live === null ? 'notPublic' : 'begin');
  const number = newest.baseRevision;
  if (live === null) return t('withdrawnOriginal', { number });
  return live === number ? t('from', { number }) : t('movedOn', { number, live, count: outdated });
}
