import type { FieldIssue } from '@rapporteur/domain/errors';
import { escapeSegment } from '@rapporteur/domain/json-pointer';
import type { Mapping, NamedPeriod, RecordRule, Take, Value } from './mapping';

/** The names in braces of a template, in their order. */
export const placeholdersOf = (template: string): string[] =>
  [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);

/** What a rule calls the row that a record is made of. */
export const ownRow = 'own';

interface Scope {
  /** Whose columns the templates name. */
  file: string;
  /** Values of the rule that may be named as well. */
  lets: ReadonlySet<string>;
  /** Whether a field of a record is meant, which each row of the file has once. */
  field?: true;
}

/** What a walk over a mapping meets: a template, a list over the rows of another file, the rule of an actor. */
interface Visitor {
  template: (text: string, at: string, scope: Scope) => void;
  each?: (file: string, at: string, scope: Scope) => void;
  actor?: (rule: string, at: string, scope: Scope) => void;
  distinct?: (at: string, scope: Scope) => void;
}

export const isTake = (value: object): value is Take => 'take' in value;
export const isFirst = (value: object): value is { first: Value[] } => 'first' in value;
export const isDistinct = (value: object): value is { distinct: Value[] } => 'distinct' in value;
export const isEach = (value: object): value is { each: string; item: Value } => 'each' in value && 'item' in value;
export const isActor = (value: object): value is { actor: string } =>
  'actor' in value && typeof value.actor === 'string' && Object.keys(value).length === 1;

function walk(value: Value, at: string, scope: Scope, visitor: Visitor): void {
  if (typeof value === 'string') return visitor.template(value, at, scope);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) return value.forEach((item, index) => walk(item, `${at}/${index}`, scope, visitor));
  if (isTake(value)) return visitor.template(value.take, `${at}/take`, scope);
  if (isActor(value)) return visitor.actor?.(value.actor, `${at}/actor`, scope);
  if (isEach(value)) {
    visitor.each?.(value.each, `${at}/each`, scope);
    return walk(value.item, `${at}/item`, { file: value.each, lets: new Set() }, visitor);
  }
  if (isDistinct(value)) visitor.distinct?.(`${at}/distinct`, scope);
  for (const [key, item] of Object.entries(value)) walk(item as Value, `${at}/${escapeSegment(key)}`, scope, visitor);
}

function visit(mapping: Mapping, visitor: Visitor): void {
  for (const [name, { rows, name: template, code, create, dated }] of Object.entries(mapping.actors)) {
    const [at, scope] = [`/actors/${name}`, { file: rows, lets: new Set<string>() }];
    visitor.template(template, `${at}/name`, scope);
    if (code) visitor.template(code.value, `${at}/code/value`, scope);
    if (create) visitor.template(create.slug, `${at}/create/slug`, scope);
    if (dated) visitor.template(dated.date.take, `${at}/dated/date/take`, { file: dated.date.rows, lets: new Set() });
  }
  for (const [index, rule] of mapping.records.entries()) visitRecord(rule, `/records/${index}`, visitor);
}

function visitRecord(rule: RecordRule, at: string, visitor: Visitor): void {
  const lets = new Set<string>();
  for (const [name, value] of Object.entries(rule.let)) {
    walk(value, `${at}/let/${name}`, { file: rule.rows, lets: new Set(lets) }, visitor);
    lets.add(name);
  }
  const scope: Scope = { file: rule.rows, lets, field: true };
  walk(rule.slug, `${at}/slug`, scope, visitor);
  for (const [field, value] of Object.entries(rule.content))
    walk(value, `${at}/content/${escapeSegment(field)}`, scope, visitor);
  if (rule.text !== undefined) walk(rule.text, `${at}/text`, scope, visitor);
}

/** The columns that a mapping reads of each file, in the order in which it names them. */
export function columnsOf(mapping: Mapping): Map<string, string[]> {
  const wanted = new Map(Object.entries(mapping.files).map(([name, { key }]) => [name, new Set(key ? [key] : [])]));
  for (const observed of mapping.report)
    wanted.get(observed.rows)?.add('empty' in observed ? observed.empty : observed.repeated);
  visit(mapping, {
    template: (text, _, { file, lets }) => {
      for (const name of placeholdersOf(text)) if (!lets.has(name)) wanted.get(file)?.add(name);
    },
  });
  return new Map([...wanted].map(([name, columns]) => [name, [...columns]]));
}

/** What a mapping says of files and rules that are not there, or not fit for it. */
export function faultsOf(mapping: Mapping): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const say = (path: string, message: string) => void issues.push({ path, message });
  const { files, actors } = mapping;
  const file = (name: string) => (Object.hasOwn(files, name) ? files[name] : undefined);
  const requireFile = (name: string, at: string) => {
    if (!file(name)) say(at, `names no file of this mapping; its files are ${Object.keys(files).join(', ')}`);
  };
  const requireKeys = (at: string, ...names: string[]) => {
    for (const name of names) if (file(name) && file(name)?.key === undefined) say(at, `needs a key of ${name}`);
  };
  for (const [name, { rows, unmatched, create, aliases, dated }] of Object.entries(actors)) {
    const at = `/actors/${name}`;
    requireFile(rows, `${at}/rows`);
    if (dated) {
      requireFile(dated.date.rows, `${at}/dated/date/rows`);
      if (dated.date.rows !== rows) requireKeys(`${at}/dated/date/rows`, rows, dated.date.rows);
      for (const [said, periods] of Object.entries(dated.names))
        for (const [place, message] of faultsOfPeriods(periods))
          say(`${at}/dated/names/${escapeSegment(said)}/${place}`, message);
    }
    if (unmatched !== 'create') continue;
    if (!create) say(`${at}/unmatched`, 'needs "create", which says what to create');
    if (file(rows) && !file(rows)?.source)
      say(`${at}/rows`, 'needs a source of that file: a new actor rests on its row');
    for (const [alias, meant] of Object.entries(aliases))
      if (alias === meant.of) say(`${at}/aliases/${escapeSegment(alias)}`, 'means itself');
  }
  for (const [index, observed] of mapping.report.entries()) requireFile(observed.rows, `/report/${index}/rows`);
  for (const [index, rule] of mapping.records.entries()) {
    const at = `/records/${index}`;
    requireFile(rule.rows, `${at}/rows`);
    if ((rule.kind === 'source') !== (rule.text !== undefined))
      say(at, rule.kind === 'source' ? 'needs "text", as every source' : 'takes no "text"');
    for (const [place, { rows }] of rule.cite.entries()) {
      const cited = rows === ownRow ? rule.rows : rows;
      requireFile(cited, `${at}/cite/${place}/rows`);
      if (file(cited) && !file(cited)?.source) say(`${at}/cite/${place}/rows`, `${cited} has no source to cite`);
      if (rows !== ownRow) requireKeys(`${at}/cite/${place}/rows`, rule.rows, rows);
    }
  }
  visit(mapping, {
    template: () => undefined,
    each: (name, at, scope) => {
      requireFile(name, at);
      requireKeys(at, scope.file, name);
    },
    distinct: (at, { field }) => {
      if (!field) say(at, 'can only be a field of a record, which each row has once');
    },
    actor: (name, at, scope) => {
      const rule = Object.hasOwn(actors, name) ? actors[name] : undefined;
      if (!rule) say(at, `names no rule under "actors"`);
      else if (rule.rows !== scope.file)
        say(at, `is a rule for rows of ${rule.rows}, and this is a row of ${scope.file}`);
    },
  });
  return issues;
}

/** What is wrong with the periods of a name: each is a time of its own, so that a day is in one of them at most. */
function faultsOfPeriods(periods: readonly NamedPeriod[]): [number, string][] {
  const first = ({ from }: NamedPeriod) => from ?? '';
  const last = ({ to }: NamedPeriod) => to ?? '9999-12-31';
  return periods.flatMap((period, place): [number, string][] => {
    if (first(period) > last(period)) return [[place, 'ends before it begins']];
    const other = periods.findIndex(
      (each, index) => index < place && first(each) <= last(period) && first(period) <= last(each),
    );
    return other < 0 ? [] : [[place, `has days of the period ${other} as well`]];
  });
}
