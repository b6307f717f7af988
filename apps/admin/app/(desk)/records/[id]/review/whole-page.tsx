import type { PublicationPreview } from '@rapporteur/domain/publication-views';
import { RecordBody } from '@rapporteur/ui/record/record-page';
import '@rapporteur/ui/styles/tables.css';
import '@rapporteur/ui/styles/timeline.css';
import '@rapporteur/ui/styles/screens.css';
import '@rapporteur/ui/styles/statement.css';
import '@rapporteur/ui/styles/source.css';
import '@rapporteur/ui/styles/article.css';
import '@rapporteur/ui/styles/small.css';

/** The page of a record as readers will read it, without what only a public page can offer: its history, its citations. */
export function WholePage({ record }: { record: PublicationPreview['after'] }) {
  return (
    <div className="preview-page">
      <RecordBody record={record} />
    </div>
  );
}
