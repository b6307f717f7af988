import { kinds, labelOf, segmentOf } from '@rapporteur/domain/kinds';
import type { RecordAnswer } from '@rapporteur/domain/views';
import { ChangeList } from '@rapporteur/ui/change-list';
import { When } from '@rapporteur/ui/dates';
import { EvidenceSpecimen } from '@rapporteur/ui/specimen';
import { hrefOf, titleOf } from '@rapporteur/ui/record-link';
import { plural } from '@rapporteur/ui/words';
import { publicApi } from '../lib/api';
import { Frame } from '../lib/frame';

export const dynamic = 'force-dynamic';

export default async function HomePage() {
  const api = await publicApi();
  const [status, changes, programmes] = await Promise.all([
    api.status.get({}),
    api.publication.list({ before: null, limit: 6 }),
    api.record.list({ kind: 'programme', after: null, limit: 6 }),
  ]);
  const first = programmes.items.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))[0];
  const specimen: RecordAnswer | null =
    first === undefined ? null : await api.record.get({ kind: 'programme', slug: first.record.slug });
  return (
    <Frame
      current={null}
      path="/"
      title="Rapporteur"
      description="What was agreed, who said so, and where it is written: the public record of international cooperation programmes."
      wide
    >
      <section className="wrap hero" aria-labelledby="hello">
        <div>
          <h1 id="hello">
            <span>What was agreed, </span>
            <span>who said so, </span>
            <span>and where it is written</span>
          </h1>
          <p className="hero-lead">
            The public record of international cooperation programmes and the diplomacy around them. Every assertion
            rests on a passage you can read for yourself.
          </p>
          <ul className="counts" aria-label="How much is on record">
            {kinds.map((kind) => (
              <li key={kind}>
                <a href={`/${segmentOf(kind)}`}>
                  <strong>{(status.counts[kind] ?? 0).toLocaleString('en-GB')}</strong>
                  {labelOf(kind, status.counts[kind] === 1 ? 'singular' : 'plural').toLowerCase()}
                </a>
              </li>
            ))}
          </ul>
        </div>
        {specimen?.found === 'live' && specimen.record.kind === 'programme' ? (
          <EvidenceSpecimen record={specimen.record} />
        ) : null}
      </section>
      <div className="wrap today">
        <section aria-labelledby="lately">
          <div className="section-head section-rule">
            <h2 id="lately">What changed lately</h2>
            <a href="/changes">All changes</a>
          </div>
          {changes.items.length === 0 ? (
            <p className="section-note">Nothing was published yet.</p>
          ) : (
            <ChangeList publications={changes.items} />
          )}
        </section>
        <section aria-labelledby="programmes">
          <div className="section-head section-rule">
            <h2 id="programmes">Programmes</h2>
            <a href="/programmes">All {plural(programmes.total, 'programme')}</a>
          </div>
          {programmes.items.length === 0 ? (
            <p className="section-note">No programme is on record yet.</p>
          ) : (
            <ul className="prog-list">
              {programmes.items.map((item) => (
                <li key={item.record.id}>
                  <h3>
                    <a href={hrefOf(item.record)}>{titleOf(item.record)}</a>
                  </h3>
                  {item.date === null ? null : (
                    <p className="meta">
                      <When value={item.date} />
                    </p>
                  )}
                  {item.summary === null ? null : <p>{item.summary}</p>}
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </Frame>
  );
}
