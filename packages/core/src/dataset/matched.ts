import { newId } from '@rapporteur/domain/ids';
import { foldName } from '@rapporteur/domain/name-fold';
import { slugify } from '@rapporteur/domain/slug';
import type { ActorMatcher, MatchedBy } from './actors';
import type { Dataset } from './dataset';
import { DatedNames } from './dated';
import { compile, type Ground } from './evaluate';
import type { ActorRule, NamedPeriod } from './mapping';
import { citationsOf, type Planned } from './planned';
import type { DatasetProblems } from './problems';
import type { Row } from './rows';

/** What became of an actor that rows name. */
export interface ActorOutcome {
  name: string;
  code: string;
  /** How many rows name it so. */
  rows: number;
  by: MatchedBy | 'created' | 'none';
  /** What the record calls it, where that is another name. */
  called: string | null;
  /** Where the rows have another name, which stands for it during a time: that name, and the rule that says so. */
  dated: ({ said: string } & Pick<NamedPeriod, 'from' | 'to' | 'why'>) | null;
}

/** What a row says of an actor, and the rule of a period where one changed that. */
interface Named {
  name: string;
  code: string;
  said: string;
  period: NamedPeriod | null;
}

/** Rows that name an actor in the same way, at the same time. */
const groupOf = ({ name, code, said }: Named) => `${code}\n${name}\n${said}`;

/** The actors that the rows of a dataset name: those on record, and those that it creates. */
export class MatchedActors {
  readonly outcomes: ActorOutcome[] = [];
  readonly created: Planned[] = [];
  private readonly found = new Map<string, Map<string, string | null>>();
  private readonly keys = new Map<string, (row: Row) => Named>();

  constructor(
    private readonly dataset: Dataset,
    private readonly matcher: ActorMatcher,
    private readonly sources: ReadonlyMap<string, readonly Planned[]>,
    private readonly problems: DatasetProblems,
  ) {
    for (const [name, rule] of Object.entries(dataset.mapping.actors)) this.match(name, rule);
  }

  /** The actor that a row names by a rule; null where the row is left out. */
  of(rule: string, row: Row): string | null {
    const key = this.keys.get(rule)?.(row);
    return (key && this.found.get(rule)?.get(groupOf(key))) ?? null;
  }

  /** What an actor is called. */
  nameOf(id: string): string {
    return this.matcher.nameOf(id);
  }

  private match(name: string, rule: ActorRule): void {
    const table = this.dataset.table(rule.rows);
    const text = this.reader(rule.rows, name);
    const [nameOf, codeOf] = [text(rule.name), rule.code ? text(rule.code.value) : () => ''];
    const dated = rule.dated && new DatedNames(rule.dated, rule.rows, this.dataset, this.problems);
    const keyOf = (row: Row): Named => {
      const said = nameOf(row);
      const period = dated?.periodOf(row, said) ?? null;
      return period === null
        ? { name: said, code: codeOf(row), said, period }
        : { name: period.name, code: period.code ?? '', said, period };
    };
    this.keys.set(name, keyOf);
    const groups = new Map<string, { first: Row; rows: number }>();
    for (const row of table.rows) {
      const key = groupOf(keyOf(row));
      const group = groups.get(key);
      if (group) group.rows += 1;
      else groups.set(key, { first: row, rows: 1 });
    }
    const found = new Map<string, string | null>();
    this.found.set(name, found);
    for (const [key, { first, rows }] of groups) found.set(key, this.matchOne(rule, first, rows, keyOf(first)));
  }

  private matchOne(rule: ActorRule, first: Row, rows: number, { said, period, ...named }: Named): string | null {
    const code = rule.code && named.code !== '' ? { scheme: rule.code.scheme, value: named.code } : null;
    const dated = period && { said, from: period.from, to: period.to, why: period.why };
    const match = this.matchNamed(rule, named.name, code);
    if (match && 'contradicts' in match) {
      const message = `"${named.name}" (${named.code}) is called as ${this.matcher.nameOf(match.contradicts)} is, whose code is another; mend the code of one of them`;
      this.problems.add(rule.rows, first.number, '', message);
      return null;
    }
    if (match) {
      const called = this.matcher.nameOf(match.id);
      this.outcomes.push({ ...named, rows, by: match.by, called: called === named.name ? null : called, dated });
      return match.id;
    }
    if (rule.unmatched === 'create' && named.name !== '') {
      this.outcomes.push({ ...named, rows, by: 'created', called: null, dated });
      return this.create(rule, first, { name: named.name, said }, code);
    }
    this.outcomes.push({ ...named, rows, by: 'none', called: null, dated });
    if (rule.unmatched !== 'leave_out')
      this.problems.add(
        rule.rows,
        first.number,
        '',
        `"${named.name}"${named.code === '' ? '' : ` (${named.code})`} is no actor on record; ${rows.toLocaleString('en')} rows name it`,
      );
    return null;
  }

  /** By code and name as the row has them; then by every name that the mapping says is the same. */
  private matchNamed({ aliases }: ActorRule, name: string, code: { scheme: string; value: string } | null) {
    const match = this.matcher.match(name, code);
    if (match) return match;
    const folded = foldName(name);
    const same = Object.entries(aliases).flatMap(([alias, { of }]) => {
      if (foldName(alias) === folded) return [of];
      return foldName(of) === folded ? [alias] : [];
    });
    for (const other of same) {
      const found = this.matcher.match(other, code);
      if (found && 'id' in found) return { id: found.id, by: found.by === 'merge' ? found.by : ('alias' as const) };
      if (found) return found;
    }
    return null;
  }

  private create(
    rule: ActorRule,
    first: Row,
    { name, said }: Pick<Named, 'name' | 'said'>,
    code: { scheme: string; value: string } | null,
  ): string {
    const { create } = rule;
    if (!create) throw new Error('The mapping was checked: it says what to create.');
    const id = newId('actor');
    // What the rows call it during a time that ends is no name of today.
    const others = said === name ? [] : [{ text: said, use: 'former' }];
    for (const [text, { of, use }] of Object.entries(rule.aliases))
      if (foldName(of) === foldName(name) && text !== said) others.push({ text, use });
    const sources = this.sources.get(rule.rows) ?? [];
    this.created.push({
      kind: 'actor',
      slug: slugify(said === name ? this.reader(rule.rows, 'create')(create.slug)(first) : name),
      id,
      content: {
        type: create.type,
        names: [
          { text: name, language: create.language, use: 'preferred' },
          ...others.map((other) => ({ ...other, language: create.language })),
        ],
        description: Object.hasOwn(create.describe, name) ? create.describe[name] : null,
        identifiers: code === null ? [] : [code],
        memberships: [],
        offices: [],
      },
      citations: citationsOf(
        this.dataset,
        // A row that has another of its names supports that one of them.
        { field: said === name ? '/names/0' : '/names', file: rule.rows, rows: [first] },
        sources.map((source) => source.id ?? ''),
      ),
      file: rule.rows,
      row: first.number,
    });
    const codes = code === null ? [] : [`${code.scheme} ${code.value}`];
    const known = (official: boolean) =>
      others.filter(({ use }) => (use === 'official') === official).map(({ text }) => text);
    this.matcher.add({ id, codes, names: [name, ...known(true)], aliases: known(false) });
    return id;
  }

  /** Reads a template over the rows of a file as a text. */
  private reader(file: string, at: string): (template: string) => (row: Row) => string {
    const ground: Ground = {
      columnsOf: (name) => this.dataset.table(name).columns,
      joined: () => [],
      actorOf: () => null,
      fault: () => undefined,
      cleaned: () => undefined,
    };
    return (template) => {
      const make = compile(template, { file, lets: new Set(), at }, ground);
      return (row) => String((make(row, new Map()) as string | null) ?? '').trim();
    };
  }
}
