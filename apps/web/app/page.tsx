import { kinds, segmentOf } from '@rapporteur/domain/kinds';
import { momentOf, MomentForm } from '@rapporteur/ui/as-of';
import { ChangeList } from '@rapporteur/ui/change-list';
import { Instant } from '@rapporteur/ui/dates';
import { ContestedIssues, LatestArticle, ProgrammeList } from '@rapporteur/ui/home';
import { EvidenceSpecimen } from '@rapporteur/ui/specimen';
import { pageInstant, publicApi } from '../lib/api';
import { Frame } from '../lib/frame';
import { readRecord } from '../lib/record-page';
import { SearchForm } from '@rapporteur/ui/search/search-form';
import { text } from '@rapporteur/ui/text';
import { figure } from '@rapporteur/ui/words';
import { withNames } from '../lib/names';

export const dynamic = 'force-dynamic';

export default async function HomePage() {
  const api = await publicApi();
  const [status, changes, overview, asOf] = await Promise.all([
    api.status.get({}),
    api.publication.list({ before: null, limit: 5 }).then(withNames),
    api.status.overview({}).then(withNames),
    pageInstant(),
  ]);
  const { programmes, issues, article } = overview;
  const [t, lists] = [text('pages'), text('lists')];
  const first = programmes.find(({ provisions }) => provisions.length > 0) ?? programmes[0];
  const specimen = first === undefined ? null : await readRecord('programme', first.record.slug);
  return (
    <Frame
      current={null}
      path="/"
      title="Rapporteur"
      description={t('home.description')}
      feeds={[
        { title: t('feed.whole'), href: '/feed' },
        { title: t('corrections.title'), href: '/corrections/feed' },
      ]}
      wide
    >
      <section className="wrap hero" aria-labelledby="hello">
        <div>
          <h1 id="hello">
            <span>{t('home.agreed')} </span>
            <span>{t('home.said')} </span>
            <span>{t('home.written')}</span>
          </h1>
          <p className="hero-lead">{t('home.lead')}</p>
          <SearchForm question="" hint={t('home.searchHint')} />
          <ul className="counts" aria-label={t('home.howMuch')}>
            {kinds.map((kind) => (
              <li key={kind}>
                <a href={`/${segmentOf(kind)}`}>
                  <strong>{figure(status.counts[kind] ?? 0)}</strong>
                  {lists(`kindCount.${kind}`, { count: status.counts[kind] ?? 0 })}
                </a>
              </li>
            ))}
          </ul>
          {status.recordedAt === null ? null : (
            <p className="hint">
              {text('downloads')('newest.title', { version: String(status.version) })},{' '}
              <Instant value={status.recordedAt} time />
            </p>
          )}
        </div>
        {specimen?.found === 'live' && specimen.record.kind === 'programme' ? (
          <EvidenceSpecimen record={specimen.record} />
        ) : null}
      </section>
      <div className="wrap today">
        <section aria-labelledby="lately">
          <div className="section-head section-rule">
            <h2 id="lately">{t('home.lately')}</h2>
            <a href="/changes">{t('changes.all')}</a>
          </div>
          {changes.items.length === 0 ? (
            <p className="section-note">{t('changes.nothingStop')}</p>
          ) : (
            <ChangeList publications={changes.items} />
          )}
        </section>
        <section aria-labelledby="programmes">
          <div className="section-head section-rule">
            <h2 id="programmes">{t('home.programmes')}</h2>
            <a href="/programmes">{t('home.allProgrammes')}</a>
          </div>
          {programmes.length === 0 ? (
            <p className="section-note">{t('home.noProgramme')}</p>
          ) : (
            <ProgrammeList programmes={programmes} />
          )}
        </section>
      </div>
      {issues.length === 0 ? null : (
        <section className="wrap section" aria-labelledby="contested">
          <div className="section-head section-rule">
            <h2 id="contested">{t('home.contested')}</h2>
            <a href="/issues">{t('home.allIssues')}</a>
          </div>
          <ContestedIssues issues={issues} />
        </section>
      )}
      <div className="wrap today section">
        {article === null ? null : (
          <section aria-labelledby="reading">
            <div className="section-head section-rule">
              <h2 id="reading">{t('home.article')}</h2>
              <a href="/articles">{t('home.allArticles')}</a>
            </div>
            <LatestArticle article={article} />
          </section>
        )}
        <section aria-labelledby="past">
          <div className="section-head section-rule">
            <h2 id="past">{t('at.title')}</h2>
          </div>
          <p className="section-note">{t('home.past')}</p>
          <MomentForm page="/" id="home" chosen={momentOf(asOf)} />
        </section>
      </div>
    </Frame>
  );
}
