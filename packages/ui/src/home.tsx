import type { Overview } from '@rapporteur/domain/overview';
import { When } from './dates';
import { original } from '@rapporteur/domain/translation/languages';
import { foreign, nameLanguage, RecordLink, titleOf } from './record-link';
import { ForceTag, ScopeTag, shapeOf, StanceTag, TurnTag } from './terms';
import { text } from './text';
import { Units } from './units';
import { figure } from './words';

type Programme = Overview['programmes'][number];

// As many provisions as fit on two lines.
const shown = 4;

/** The newest programmes, each with what it holds: what a source leaves out comes first, what is only silent is counted. */
export function ProgrammeList({ programmes }: { programmes: Overview['programmes'] }) {
  return (
    <ul className="prog-list">
      {programmes.map((programme) => (
        <li key={programme.record.id}>
          <h3>
            <RecordLink record={programme.record} />
          </h3>
          {programme.period === null && programme.nature === null ? null : (
            <p className="meta">
              {programme.period === null ? null : <When value={programme.period} />}
              {programme.nature === null ? null : <ForceTag force={programme.nature} />}
            </p>
          )}
          <Provisions provisions={programme.provisions} />
        </li>
      ))}
    </ul>
  );
}

const rank = { excluded: 0, disputed: 1, included: 2, not_mentioned: 3 } as const;

function Provisions({ provisions }: { provisions: Programme['provisions'] }) {
  const t = text('lists');
  if (provisions.length === 0) return <p className="hint">{t('home.noProvision')}</p>;
  const silent = provisions.filter(({ scope }) => scope === 'not_mentioned').length;
  const said = provisions
    .filter(({ scope }) => scope !== 'not_mentioned')
    .toSorted((a, b) => rank[a.scope] - rank[b.scope]);
  return (
    <p className="mini">
      {said.slice(0, shown).map(({ subject, scope }) => (
        <ScopeTag key={subject} scope={scope} {...foreign(original)}>
          {subject}
        </ScopeTag>
      ))}
      {said.length > shown ? (
        <span className="hint">{t('home.moreProvisions', { count: said.length - shown })}</span>
      ) : null}
      {silent === 0 ? null : <ScopeTag scope="not_mentioned">{t('home.notMentioned', { count: silent })}</ScopeTag>}
    </p>
  );
}

/** The issues on which most is held: one shape for each actor, so that small groups are not swallowed. */
export function ContestedIssues({ issues }: { issues: Overview['issues'] }) {
  const t = text('lists');
  return (
    <table className="table contested">
      <caption>{t('home.contested')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('home.issue')}</th>
          <th scope="col">{t('home.positionsOnRecord')}</th>
          <th scope="col">{t('home.latest')}</th>
        </tr>
      </thead>
      <tbody>
        {issues.map((issue) => (
          <tr key={issue.record.id}>
            <th scope="row">
              <RecordLink record={issue.record} />
            </th>
            <td data-label={t('home.positions')}>
              {issue.positions > issue.held.length ? <Counted issue={issue} /> : <Names issue={issue} />}
            </td>
            <td data-label={t('home.latest')}>
              {issue.latest === null ? (
                <span className="hint">{t('home.none')}</span>
              ) : (
                <>
                  <TurnTag turn={issue.latest.turn} />{' '}
                  <span className="date">
                    <When value={issue.latest.date} style="short" />
                  </span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Issue = Overview['issues'][number];

/** Each actor by name, with what it holds. */
function Names({ issue }: { issue: Issue }) {
  return (
    <span className="held">
      {issue.held.map(({ actor, stance }) => (
        <StanceTag key={actor.id} stance={stance} {...nameLanguage(actor)}>
          {titleOf(actor)}
        </StanceTag>
      ))}
    </span>
  );
}

/** Too many for their names: counted, and a shape for each. */
function Counted({ issue }: { issue: Issue }) {
  return (
    <div className="tally">
      <p className="legend">
        {issue.stances.map(({ stance, count }) => (
          <span key={stance} className="nb">
            <StanceTag stance={stance} /> {figure(count)}
          </span>
        ))}
      </p>
      <Units groups={issue.stances.map(({ stance, count }) => ({ ...shapeOf(stance), count }))} />
    </div>
  );
}

export function LatestArticle({ article }: { article: NonNullable<Overview['article']> }) {
  return (
    <>
      <h3 className="feature">
        <RecordLink record={article.record} />
      </h3>
      <p className="standfirst" {...foreign(original)}>
        {article.standfirst}
      </p>
      <p className="byline">
        <span>{article.byline}</span>
        <When value={article.date} />
        <span>{text('lists')('count.passage', { count: article.passages })}</span>
      </p>
    </>
  );
}
