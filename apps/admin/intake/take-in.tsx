import { text } from '../i18n/text';

const t = text('intake');

/** The ways in: a text pasted, files chosen, an address given. Ordinary forms, so that they work without scripts. */
export function TakeIn({ formKey }: { formKey: string }) {
  return (
    <section aria-labelledby="take-in" className="take-in">
      <h2 id="take-in">{t('takeIn.title')}</h2>
      <form action="/intake/take-in" method="post" encType="multipart/form-data" className="take-in-paste">
        <input type="hidden" name="key" value={`${formKey}-p`} />
        <label htmlFor="take-in-text">{t('takeIn.paste')}</label>
        <textarea id="take-in-text" className="input" name="text" rows={7} required />
        <label htmlFor="take-in-published">{t('takeIn.published')}</label>
        <input id="take-in-published" className="input" type="date" name="published" />
        <button className="button button--main" type="submit">
          {t('takeIn.pasteButton')}
        </button>
      </form>
      <div>
        <form action="/intake/take-in" method="post" encType="multipart/form-data">
          <input type="hidden" name="key" value={`${formKey}-f`} />
          <label htmlFor="take-in-files">{t('takeIn.files')}</label>
          <input
            id="take-in-files"
            className="input"
            type="file"
            name="files"
            multiple
            required
            accept=".txt,.md,.markdown,.html,.htm,.pdf,.docx,.eml,text/plain,text/html,application/pdf"
            aria-describedby="take-in-files-hint"
          />
          <p className="hint" id="take-in-files-hint">
            {t('takeIn.filesHint')}
          </p>
          <button className="button" type="submit">
            {t('takeIn.filesButton')}
          </button>
        </form>
        <form action="/intake/take-in" method="post" encType="multipart/form-data">
          <input type="hidden" name="key" value={`${formKey}-a`} />
          <label htmlFor="take-in-address">{t('takeIn.address')}</label>
          <input
            id="take-in-address"
            className="input"
            type="url"
            name="address"
            placeholder="https://"
            maxLength={2000}
            required
          />
          <button className="button" type="submit">
            {t('takeIn.addressButton')}
          </button>
        </form>
      </div>
    </section>
  );
}
