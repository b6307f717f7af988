import type { RecordView, StatementSummary } from '@rapporteur/domain/views';
import { When } from '../dates';
import { More } from '../more';
import { Section } from '../record-head';
import { original } from '@rapporteur/domain/translation/languages';
import { foreign, hrefOf, nameLanguage, RecordLink, titleOf } from '../record-link';
import { text } from '../text';
import { inSentence, kindName, roleName } from '../words';

/** Records that name this one, once each, with the fields in which they do. */
export function namers(record: RecordView, without: readonly string[] = []) {
  const byId = new Map<string, { record: RecordView['namedBy'][number]['record']; fields: string[] }>();
  for (const { record: other, field } of record.namedBy) {
    if (without.includes(other.kind)) continue;
    const entry = byId.get(other.id) ?? { record: other, fields: [] };
    entry.fields.push(field);
    byId.set(other.id, entry);
  }
  return [...byId.values()];
}

/** Where else the record speaks of this: the newest of each way, and the way to all. */
export function NamedBy({ record, without = [] }: { record: RecordView; without?: readonly string[] }) {
  const others = namers(record, without);
  const { namedBy } = record.totals;
  if (others.length === 0) return null;
  return (
    <section className="rail-note">
      <h2>{text('body')('namedBy.title')}</h2>
      <ul>
        {others.map(({ record: other, fields }) => (
          <li key={other.id}>
            <RecordLink record={other} />
            <br />
            {kindName(other.kind)}: {[...new Set(fields.map((field) => inSentence(roleName(field))))].join('; ')}
          </li>
        ))}
      </ul>
      <More total={namedBy} shown={namers(record).length} href={`${hrefOf(record)}/mentions`} of="mention" />
    </section>
  );
}

/** The newest statements that belong on the page of something else, and the way to all. */
export function StatementList({
  record,
  title,
  first = false,
}: {
  record: RecordView;
  title?: string;
  first?: boolean;
}) {
  const { statements, totals } = record;
  if (statements.length === 0) return null;
  return (
    <Section id="statements" title={title ?? text('lists')('related.statements')} first={first}>
      <StatementItems statements={statements} />
      <More total={totals.statements} shown={statements.length} href={`${hrefOf(record)}/statements`} of="statement" />
    </Section>
  );
}

/** Statements as lists show them. Only direct speech stands in quotation marks. */
export function StatementItems({ statements }: { statements: readonly StatementSummary[] }) {
  return (
    <ul className="results">
      {statements.map((statement) => (
        <li key={statement.record.id}>
          <p className="snippet" {...foreign(original)}>
            <a href={hrefOf(statement.record)}>
              {statement.speech === 'direct' ? <q>{statement.text}</q> : statement.text}
            </a>
          </p>
          <p className="meta">
            <span {...nameLanguage(statement.speaker)}>{titleOf(statement.speaker)}</span>
            <When value={statement.date} />
            <span>{text('body')(statement.speech === 'direct' ? 'direct' : 'indirectShort')}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
