import type { DatasetReport } from '@rapporteur/core/dataset/import';
import type { ActorOutcome } from '@rapporteur/core/dataset/matched';

/** How many actors of one outcome are named without being asked for. */
const mostNamed = 20;

const count = (number: number) => number.toLocaleString('en');

/** What an import of a dataset did, line by line. */
export function reportLines(report: DatasetReport, { dryRun, list }: { dryRun: boolean; list: boolean }): string[] {
  const { created, changed, unchanged, ended, rows, actors, notes } = report;
  const of = (by: ActorOutcome['by']) => actors.filter((actor) => actor.by === by);
  const named = (what: string, some: readonly ActorOutcome[], always: boolean): string[] => {
    if (some.length === 0) return [];
    const shown = list ? some : always ? some.slice(0, mostNamed) : [];
    const more =
      always && !list && some.length > mostNamed
        ? [`  and ${count(some.length - mostNamed)} more; --list names all`]
        : [];
    return [`${what}: ${count(some.length)} actors, ${count(rowsOf(some))} rows`, ...shown.map(lineOf), ...more];
  };
  return [
    ...Object.entries(rows).map(([file, number]) => `${file}: ${count(number)} rows`),
    ...named('matched by code', of('code'), false),
    ...named('matched by name', of('name'), false),
    ...named('matched by alias', of('alias'), true),
    ...named(dryRun ? 'to be created' : 'created', of('created'), false),
    ...named('not matched, their rows left out', of('none'), true),
    ...notes,
    `${dryRun ? 'would be: ' : ''}${count(created)} created, ${count(changed)} changed, ${count(unchanged)} unchanged, ${count(ended)} withdrawn or merged and left so`,
  ];
}

const rowsOf = (some: readonly ActorOutcome[]) => some.reduce((sum, { rows }) => sum + rows, 0);
const lineOf = ({ name, code, rows, called }: ActorOutcome) =>
  `  ${name}${code === '' ? '' : ` (${code})`}${called === null ? '' : `, on record as ${called}`}: ${count(rows)} rows`;
