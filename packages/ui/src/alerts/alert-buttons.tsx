import { text } from '../text';

/** One press is left. The form goes to the address that the page was opened at, which holds the secret. */
export function ConfirmAlert() {
  const t = text('alerts');
  return <Press title={t('confirm.title')} told={t('confirm.text')} button={t('confirm.button')} />;
}

export function LeaveAlert() {
  const t = text('alerts');
  return <Press title={t('leave.title')} told={t('leave.text')} button={t('leave.button')} />;
}

function Press({ title, told, button }: { title: string; told: string; button: string }) {
  return (
    <section className="notice">
      <h1>{title}</h1>
      <p>{told}</p>
      <form method="post">
        <button className="button button--main" type="submit">
          {button}
        </button>
      </form>
    </section>
  );
}
