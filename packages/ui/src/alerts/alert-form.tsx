import { FeedLinks } from '../follow';
import { text } from '../text';

interface Props {
  /** What the mails tell about, within a sentence, and its page. */
  title: string;
  page: string;
  /** The address of its feeds without the ending of a format. */
  feed: string;
  /** Whom mail comes from; null where this installation sends none. */
  sender: string | null;
  /** Whether an address was given that is none. */
  wrongAddress: boolean;
}

/** Asks to be told by mail what is new. A form without scripts. */
export function AlertForm({ title, page, feed, sender, wrongAddress }: Props) {
  const t = text('alerts');
  return (
    <>
      <header className="record-head list-head">
        <h1>{t('title')}</h1>
        <p className="standfirst">{t.rich('lead', { page: () => <a href={page}>{title}</a> })}</p>
      </header>
      {sender === null ? <Off feed={feed} /> : <Form page={page} sender={sender} wrongAddress={wrongAddress} />}
    </>
  );
}

function Off({ feed }: Pick<Props, 'feed'>) {
  const t = text('alerts');
  return (
    <section className="notice">
      <h2>{t('off.title')}</h2>
      <p>{t('off.text')}</p>
      <p>{t('off.feeds')}</p>
      <FeedLinks href={feed} />
    </section>
  );
}

function Form({ page, sender, wrongAddress }: { page: string; sender: string; wrongAddress: boolean }) {
  const t = text('alerts');
  const wrong = wrongAddress ? { 'aria-invalid': true, 'aria-describedby': 'email-problem' } : {};
  return (
    <form className="moment-form alert-form" action="/alerts" method="post">
      <input type="hidden" name="of" value={page} />
      {wrongAddress ? (
        <p className="moment-problem" id="email-problem" role="alert">
          {t('form.problem')}
        </p>
      ) : null}
      <p className="field">
        <label htmlFor="email">{t('form.email')}</label>
        <input
          className="input"
          id="email"
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="email"
          {...wrong}
        />
      </p>
      <fieldset className="choices">
        <legend>{t('form.rhythm')}</legend>
        <p>
          <input type="radio" id="daily" name="rhythm" value="daily" defaultChecked />{' '}
          <label htmlFor="daily">{t('form.daily')}</label>
        </p>
        <p>
          <input type="radio" id="at-once" name="rhythm" value="at_once" />{' '}
          <label htmlFor="at-once">{t('form.atOnce')}</label>
        </p>
      </fieldset>
      <p>
        <button className="button button--main" type="submit">
          {t('form.button')}
        </button>
      </p>
      <p className="hint">{t('form.promise', { sender })}</p>
    </form>
  );
}
