import { references } from '@rapporteur/domain/content/references';
import type { ViewOf } from '@rapporteur/domain/views';
import { When } from '../dates';
import { Marked, marksWithin } from '../evidence-mark';
import { CorrectionNotice, RecordTools } from '../record-head';
import { KindTag, RecordLink } from '../record-link';
import { RichTextBody } from '../rich-text';
import { kindName } from '../words';
import { text } from '../text';
import { NamedBy } from './named-by';
import { Told } from '../told';

export function ArticleBody({ record }: { record: ViewOf<'article'> }) {
  const { content, citations, links } = record;
  const t = text('body');
  const cited = [...new Set(references('article', content).map(({ value }) => value))].flatMap((id) => links[id] ?? []);
  return (
    <article aria-labelledby="title">
      <header className="article-head">
        <KindTag kind="article" />
        <h1 id="title">
          <Told record={record} field="/title">
            {content.title}
          </Told>
        </h1>
        <p className="standfirst">
          <Told record={record} field="/standfirst">
            <Marked text={content.standfirst} marks={marksWithin(citations, '/standfirst')} />
          </Told>
        </p>
        <p className="byline">
          <span>{content.byline}</span>
          <When value={content.date} />
          <span>
            {text('lists')('count.passage', {
              count: new Set(citations.map((citation) => citation.passage.id)).size,
            })}
          </span>
        </p>
      </header>
      <RecordTools record={record} />
      <div className="article section">
        <RichTextBody body={content.body} field="/body" citations={citations} links={links} translated={record} />
        <aside className="article-aside" aria-label={t('article.about')}>
          <CorrectionNotice record={record} />
          {cited.length === 0 ? null : (
            <section className="rail-note">
              <h2>{t('article.cites')}</h2>
              <ul>
                {cited.map((other) => (
                  <li key={other.id}>
                    <RecordLink record={other} />
                    <br />
                    {kindName(other.kind)}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <NamedBy record={record} />
        </aside>
      </div>
    </article>
  );
}
