import { labelOf } from '@rapporteur/domain/kinds';
import type { RecordView, StatementSummary } from '@rapporteur/domain/views';
import { When } from '../dates';
import { More } from '../more';
import { Section } from '../record-head';
import { hrefOf, RecordLink, titleOf } from '../record-link';
import { fieldName } from '../words';

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
      <h2>Where the record names it</h2>
      <ul>
        {others.map(({ record: other, fields }) => (
          <li key={other.id}>
            <RecordLink record={other} />
            <br />
            {labelOf(other.kind)}: {[...new Set(fields.map((field) => fieldName(field).toLowerCase()))].join('; ')}
          </li>
        ))}
      </ul>
      <More total={namedBy} shown={namers(record).length} href={`${hrefOf(record)}/mentions`} one="mention" />
    </section>
  );
}

/** The newest statements that belong on the page of something else, and the way to all. */
export function StatementList({
  record,
  title = 'Statements',
  first = false,
}: {
  record: RecordView;
  title?: string;
  first?: boolean;
}) {
  const { statements, totals } = record;
  if (statements.length === 0) return null;
  return (
    <Section id="statements" title={title} first={first}>
      <StatementItems statements={statements} />
      <More total={totals.statements} shown={statements.length} href={`${hrefOf(record)}/statements`} one="statement" />
    </Section>
  );
}

/** Statements as lists show them. Only direct speech stands in quotation marks. */
export function StatementItems({ statements }: { statements: readonly StatementSummary[] }) {
  return (
    <ul className="results">
      {statements.map((statement) => (
        <li key={statement.record.id}>
          <p className="snippet">
            <a href={hrefOf(statement.record)}>
              {statement.speech === 'direct' ? <q>{statement.text}</q> : statement.text}
            </a>
          </p>
          <p className="meta">
            <span>{titleOf(statement.speaker)}</span>
            <When value={statement.date} />
            <span>{statement.speech === 'direct' ? 'Direct speech' : 'Indirect speech: the reporter’s words'}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
