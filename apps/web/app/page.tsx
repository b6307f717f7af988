import { kinds, labelOf, segmentOf } from '@rapporteur/domain/kinds';
import { momentOf, MomentForm } from '@rapporteur/ui/as-of';
import { ChangeList } from '@rapporteur/ui/change-list';
import { ContestedIssues, LatestArticle, ProgrammeList } from '@rapporteur/ui/home';
import { EvidenceSpecimen } from '@rapporteur/ui/specimen';
import { pageInstant, publicApi } from '../lib/api';
import { Frame } from '../lib/frame';

export const dynamic = 'force-dynamic';

export default async function HomePage() {
  const api = await publicApi();
  const [status, changes, overview, asOf] = await Promise.all([
    api.status.get({}),
    api.publication.list({ before: null, limit: 5 }),
    api.status.overview({}),
    pageInstant(),
  ]);
  const { programmes, issues, article } = overview;
  const first = programmes.find(({ provisions }) => provisions.length > 0) ?? programmes[0];
  const specimen = first === undefined ? null : await api.record.get({ kind: 'programme', slug: first.record.slug });
  return (
    <Frame
      current={null}
      path="/"
      title="Rapporteur"
      description="What was agreed, who said so, and where it is written: the public record of international cooperation programmes."
      feeds={[
        { title: 'The whole record', href: '/feed' },
        { title: 'Corrections', href: '/corrections/feed' },
      ]}
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
            <h2 id="programmes">Newest programmes</h2>
            <a href="/programmes">All programmes</a>
          </div>
          {programmes.length === 0 ? (
            <p className="section-note">No programme is on record yet.</p>
          ) : (
            <ProgrammeList programmes={programmes} />
          )}
        </section>
      </div>
      {issues.length === 0 ? null : (
        <section className="wrap section" aria-labelledby="contested">
          <div className="section-head section-rule">
            <h2 id="contested">Most contested issues</h2>
            <a href="/issues">All issues</a>
          </div>
          <ContestedIssues issues={issues} />
        </section>
      )}
      <div className="wrap today section">
        {article === null ? null : (
          <section aria-labelledby="reading">
            <div className="section-head section-rule">
              <h2 id="reading">Latest article</h2>
              <a href="/articles">All articles</a>
            </div>
            <LatestArticle article={article} />
          </section>
        )}
        <section aria-labelledby="past">
          <div className="section-head section-rule">
            <h2 id="past">Read a past date</h2>
          </div>
          <p className="section-note">The whole record, as it stood at any moment since it began.</p>
          <MomentForm page="/" id="home" chosen={momentOf(asOf)} />
        </section>
      </div>
    </Frame>
  );
}
