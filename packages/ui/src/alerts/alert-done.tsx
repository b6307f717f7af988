import { text } from '../text';

const outcomes = ['asked', 'confirmed', 'expired', 'left'] as const;

/** What can have become of a form. */
type Done = (typeof outcomes)[number];

export const isDone = (name: string): name is Done => outcomes.some((each) => each === name);

export const doneTitle = (what: Done): string => text('alerts')(`done.${what}.title`);

export function AlertDone({ what }: { what: Done }) {
  const t = text('alerts');
  return (
    <section className="notice">
      <h1>{doneTitle(what)}</h1>
      <p>{t(`done.${what}.text`)}</p>
      <p>
        <a className="button" href="/">
          {t('done.home')}
        </a>
      </p>
    </section>
  );
}
