import type { PreviewView } from '@rapporteur/domain/preview-views';
import { Instant } from './dates';

/** Says on a preview that nothing of it is public, and how long its address works. */
export function PreviewBanner({ preview: { record, approved, expiresAt } }: { preview: PreviewView }) {
  return (
    <aside className="preview-banner" aria-label="This is a preview">
      <div className="wrap preview-banner-row">
        <p>
          <strong>Preview, not published.</strong> This is version {record.revisionNumber} as readers would see it
          {approved ? ', approved' : ', not approved yet'}. It may change, or never be published.
        </p>
        <p className="preview-banner-terms">
          Do not quote it or pass it on. This address works until <Instant value={expiresAt} time /> at the latest. The
          history and the permanent address of this version come with its publication.
        </p>
      </div>
    </aside>
  );
}
