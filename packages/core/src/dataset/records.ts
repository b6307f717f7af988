import { createHash } from 'node:crypto';
import { RapporteurError } from '@rapporteur/domain/errors';
import { slugify } from '@rapporteur/domain/slug';
import { fingerprint } from '../source/text';
import type { Dataset } from './dataset';
import { compile, unheard, type Ground, type Lets, type Make } from './evaluate';
import type { MatchedActors } from './matched';
import type { RecordRule } from './mapping';
import { ownRow } from './names';
import { citationsOf, type Planned } from './planned';
import { withoutRepeats } from './repeated-choices';
import type { DatasetProblems } from './problems';
import type { Row } from './rows';

/** Makes records of the rows of a dataset, as its mapping says. */
export class RecordMaker {
  /** How often each step of cleaning changed a text: by where the mapping says it. */
  readonly cleaned = new Map<string, number>();
  private readonly makers: { rule: RecordRule; make: (row: Row) => Planned | null }[];

  constructor(
    private readonly dataset: Dataset,
    private readonly actors: MatchedActors,
    private readonly sources: ReadonlyMap<string, readonly Planned[]>,
    private readonly problems: DatasetProblems,
  ) {
    this.makers = dataset.mapping.records.map((rule) => ({ rule, make: this.makerOf(rule) }));
  }

  /** How many rows become records. */
  get count(): number {
    return this.makers.reduce((sum, { rule }) => sum + this.dataset.table(rule.rows).rows.length, 0);
  }

  /** One record for each row, in the order of the mapping and its files. Rows that cannot be read are told and left out. */
  *all(): Generator<Planned> {
    for (const { rule, make } of this.makers)
      for (const row of this.dataset.table(rule.rows).rows) {
        const planned = make(row);
        if (planned) yield planned;
      }
  }

  private ground(field: string): Ground {
    return {
      columnsOf: (file) => this.dataset.table(file).columns,
      joined: (own, file) => this.dataset.joined(own, file),
      actorOf: (rule, row) => this.actors.of(rule, row),
      fault: (file, row, at, message) => this.problems.add(file, row.number, at, message),
      cleaned: (at, step) => {
        const key = `${at || field}: ${step}`;
        this.cleaned.set(key, (this.cleaned.get(key) ?? 0) + 1);
      },
    };
  }

  /** As for any field; of the choices of a vote, each actor has one. */
  private groundOf(rule: RecordRule, field: string): Ground {
    const ground = this.ground(field);
    if (rule.kind !== 'event' || field !== 'choices') return ground;
    return { ...ground, keep: withoutRepeats((actor) => this.actors.nameOf(actor), ground) };
  }

  private makerOf(rule: RecordRule): (row: Row) => Planned | null {
    const scope = (at: string, lets: readonly string[]) => ({ file: rule.rows, lets: new Set(lets), at });
    const names = Object.keys(rule.let);
    const letsOf = (heard: boolean) => {
      const makers = Object.entries(rule.let).map(([name, value], index) => {
        const ground = heard ? this.ground(name) : unheard(this.ground(name));
        return [name, compile(value, scope(`let ${name}`, names.slice(0, index)), ground)] as const;
      });
      return (row: Row): Lets => {
        const known = new Map<string, unknown>();
        for (const [name, make] of makers) known.set(name, make(row, known));
        return known;
      };
    };
    const [lets, unheardLets] = [letsOf(true), letsOf(false)];
    const { rows } = this.dataset.table(rule.rows);
    const everyRow = function* () {
      for (const row of rows) yield [row, unheardLets(row)] as const;
    };
    const slug = compile(rule.slug, scope('slug', names), { ...this.ground('slug'), everyRow });
    const fields = Object.entries(rule.content).map(
      ([field, value]) =>
        [
          field,
          compile(value, scope(`/content/${field}`, names), { ...this.groundOf(rule, field), everyRow }),
        ] as const,
    );
    const text = rule.text === undefined ? null : compile(rule.text, scope('text', names), this.ground('text'));
    return (row) => {
      try {
        return this.plan(rule, row, lets(row), { slug, fields, text });
      } catch (error) {
        if (!(error instanceof RapporteurError)) throw error;
        this.problems.addError(rule.rows, row.number, error);
        return null;
      }
    };
  }

  private plan(
    rule: RecordRule,
    row: Row,
    known: ReadonlyMap<string, unknown>,
    make: { slug: Make; fields: readonly (readonly [string, Make])[]; text: Make | null },
  ): Planned {
    const text = make.text?.(row, known);
    return {
      kind: rule.kind,
      slug: addressOf(String((make.slug(row, known) as string | null) ?? '')),
      content: Object.fromEntries(make.fields.map(([field, each]) => [field, each(row, known)])),
      citations: rule.cite.flatMap(({ field, rows: cited }) => {
        const file = cited === ownRow ? rule.rows : cited;
        const rows = cited === ownRow ? [row] : this.dataset.joined({ file: rule.rows, row }, file);
        const ids = (this.sources.get(file) ?? []).map(({ id }) => id ?? '');
        return citationsOf(this.dataset, { field, file, rows }, ids);
      }),
      ...(rule.text === undefined
        ? {}
        : {
            version: {
              text: fingerprint(String((text as string | null) ?? '')),
              fetched: this.dataset.fetched(rule.rows),
            },
          }),
      file: rule.rows,
      row: row.number,
    };
  }
}

/** The longest part of an address, less a hyphen and a fingerprint. */
const longestStem = 111;

/** The address part that a text gives. A long one keeps its beginning and ends in a fingerprint, which tells it from others. */
function addressOf(text: string): string {
  const slug = slugify(text);
  if (text.length <= longestStem) return slug;
  const stem = slugify(text.slice(0, longestStem));
  return `${stem}-${createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 8)}`;
}
