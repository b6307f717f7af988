import type { ExportFileView, ExportView } from '@rapporteur/domain/export-views';
import type { ReactNode } from 'react';
import { Instant } from './dates';
import { hidden } from './hidden';
import { heardSpeech } from './speech';
import { speechOfOriginal, text } from './text';

const addressOf = (version: number, path: string) => `/data/${version}/${path}`;

/** A number of bytes in the largest unit that leaves it whole. */
function sizeOf(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return new Intl.NumberFormat((heardSpeech() ?? speechOfOriginal).locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    // The short name of a byte has no plural.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

interface Props {
  newest: ExportView;
  older: readonly ExportView[];
  /** The origin of the site, for addresses that leave it. */
  origin: string;
}

/** The newest export of the record with all that is needed to use and to cite it, and the older ones. */
export function Downloads({ newest, older, origin }: Props) {
  const t = text('downloads');
  const version = String(newest.version);
  return (
    <>
      <section className="section" aria-labelledby="newest">
        <div className="section-head section-rule">
          <h2 id="newest">{t('newest.title', { version })}</h2>
        </div>
        <p>{t.rich('newest.asOf', { when: () => <Instant value={newest.recordedAt} time /> })}</p>
        <Whole {...newest} />
        <h3>{t('licence.title')}</h3>
        <p>
          {t.rich('licence.text', {
            title: newest.licence.title,
            a: (words) => (
              <a href={newest.licence.address} rel="license">
                {words}
              </a>
            ),
          })}
        </p>
      </section>
      <Citing newest={newest} origin={origin} />
      <Using version={newest.version} />
      <Files {...newest} />
      {older.length === 0 ? null : (
        <section className="section" aria-labelledby="older">
          <div className="section-head section-rule">
            <h2 id="older">{t('older.title')}</h2>
          </div>
          <ul>
            {older.map((each) => (
              <li key={each.version}>
                <a href={addressOf(each.version, 'datapackage.json')}>
                  {t.rich('older.one', {
                    version: String(each.version),
                    when: () => <Instant value={each.recordedAt} time />,
                  })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Whole({ version, files }: ExportView) {
  const zip = files.find(({ path }) => path.endsWith('.zip'));
  if (zip === undefined) return null;
  const t = text('downloads');
  return (
    <p className="download-whole">
      <a className="button button--main" href={addressOf(version, zip.path)}>
        {t.rich('newest.all', { hidden, version: String(version) })}
      </a>{' '}
      <span className="hint">{t('newest.zip', { size: sizeOf(zip.bytes) })}</span>
    </p>
  );
}

function Citing({ newest, origin }: Pick<Props, 'newest' | 'origin'>) {
  const t = text('downloads');
  const address = addressOf(newest.version, 'datapackage.json');
  return (
    <section className="section" aria-labelledby="cite">
      <div className="section-head section-rule">
        <h2 id="cite">{t('cite.title')}</h2>
      </div>
      <div className="cite-box">
        <p>
          {t.rich('cite.text', {
            i: (words) => <i>{words}</i>,
            version: String(newest.version),
            when: () => <Instant value={newest.recordedAt} time />,
            hash: () => <code>{newest.recordHash}</code>,
            address: () => (
              <a href={address}>
                <code>{origin + address}</code>
              </a>
            ),
          })}
        </p>
        <p className="hint">{t('hash.why')}</p>
        <p className="hint">{t('hash.stays')}</p>
      </div>
    </section>
  );
}

function Using({ version }: { version: number }) {
  const t = text('downloads');
  const leadTo = (path: string) => (words: ReactNode) => <a href={addressOf(version, path)}>{words}</a>;
  return (
    <section className="section" aria-labelledby="use">
      <div className="section-head section-rule">
        <h2 id="use">{t('use.title')}</h2>
      </div>
      <ul className="download-use">
        <li>{t.rich('use.described', { a: leadTo('datapackage.json') })}</li>
        <li>{t('use.forms')}</li>
        <li>{t.rich('use.resume', { code: (words) => <code>{words}</code> })}</li>
        <li>{t.rich('use.listed', { a: (words) => <a href="/api/v1/exports">{words}</a> })}</li>
        <li>{t.rich('use.catalogue', { a: leadTo('dcat.jsonld') })}</li>
      </ul>
    </section>
  );
}

function Files({ version, files }: ExportView) {
  const t = text('downloads');
  return (
    <section className="section" aria-labelledby="files">
      <div className="section-head section-rule">
        <h2 id="files">{t('files.title')}</h2>
      </div>
      <table className="table files-table">
        <thead>
          <tr>
            <th scope="col">{t('files.file')}</th>
            <th scope="col">{t('files.size')}</th>
            <th scope="col">{t('files.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <FileRow key={file.path} version={version} {...file} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FileRow({ version, path, bytes, sha256 }: ExportFileView & { version: number }) {
  const t = text('downloads');
  return (
    <tr>
      <th scope="row">
        <a href={addressOf(version, path)}>{path}</a>
      </th>
      <td data-label={t('files.size')}>{sizeOf(bytes)}</td>
      <td data-label={t('files.sum')}>
        <code className="sum">{sha256}</code>
      </td>
    </tr>
  );
}
