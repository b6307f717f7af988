import type { PreviewView } from '@rapporteur/domain/preview-views';
import { languageNames } from '@rapporteur/domain/translation/languages';
import { Instant } from './dates';

/** Says on a preview what of it is not public, and how long its address works. */
export function PreviewBanner({ preview: { record, approved, expiresAt } }: { preview: PreviewView }) {
  const { translation } = record;
  const standing = approved ? 'approved' : 'not approved yet';
  return (
    <aside className="preview-banner" aria-label="This is a preview" lang="en">
      <div className="wrap preview-banner-row">
        <p>
          <strong>Preview, not published.</strong>{' '}
          {translation === null
            ? `This is version ${record.revisionNumber} as readers would see it, ${standing}.`
            : `This is version ${translation.number} of the ${languageNames[translation.language].english} translation as readers would see it, ${standing}. The original is public.`}{' '}
          It may change, or never be published.
        </p>
        <p className="preview-banner-terms">
          Do not quote it or pass it on. This address works until <Instant value={expiresAt} time /> at the latest.
          {translation === null && ' The history and the permanent address of this version come with its publication.'}
        </p>
      </div>
    </aside>
  );
}
