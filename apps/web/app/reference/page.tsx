import { referenceMarkup } from '@rapporteur/api/public/rest/reference';
import { siteOrigin } from '../../env';
import { Frame } from '../../lib/frame';

export const dynamic = 'force-dynamic';

/** The reference of the interface for programs, which readers find at `/api/v1/docs`. It is in English, whatever they read in. */
export default function ReferencePage() {
  const title = 'Interface for programs';
  const description = 'Every address of the interface, what it takes, and what it answers.';
  return (
    <Frame current={null} path="/" title={title} description={description} hidden>
      <link rel="stylesheet" href="/assets/reference.css" precedence="default" />
      <header className="record-head list-head">
        <h1>{title}</h1>
        <p className="standfirst">{description}</p>
      </header>
      {/* Our own markup: every text in it is escaped where it is made. */}
      <div className="reference" dangerouslySetInnerHTML={{ __html: referenceMarkup(siteOrigin()) }} />
    </Frame>
  );
}
