import { text } from '../i18n/text';
import { Words } from '../i18n/words';
import { PasteForm } from './paste-form';

const t = text('intake');

interface Props {
  formKey: string;
  typed: Readonly<Record<string, string>>;
}

/** The ways in: a text pasted, files chosen, an address given. Ordinary forms, so that they work without scripts. */
export function TakeIn({ formKey, typed }: Props) {
  return (
    <section aria-labelledby="take-in" className="take-in">
      <h2 id="take-in">{t('takeIn.title')}</h2>
      <Words areas={['intake']}>
        <PasteForm formKey={`${formKey}-p`} typed={typed} />
      </Words>
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
            defaultValue={typed['address']}
          />
          <button className="button" type="submit">
            {t('takeIn.addressButton')}
          </button>
        </form>
      </div>
    </section>
  );
}
