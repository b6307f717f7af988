import type { DatasetReport } from '@rapporteur/core/dataset/import';
import type { ActorOutcome } from '@rapporteur/core/dataset/matched';

/** How many actors of one outcome are named without being asked for. */
const mostNamed = 20;

const count = (number: number) => number.toLocaleString('en');
const counted = (number: number, what: string) => `${count(number)} ${what}${number === 1 ? '' : 's'}`;

/** What an import of a dataset did, line by line. */
export function reportLines(report: DatasetReport, { dryRun, list }: { dryRun: boolean; list: boolean }): string[] {
  const { created, changed, unchanged, ended, rows, actors, createdActors, notes } = report;
  // Those of an earlier run are matched now, and counted there.
  const among = createdActors === 0 ? '' : ` (${counted(createdActors, 'actor')} among them)`;
  const of = (by: ActorOutcome['by']) => actors.filter((actor) => actor.by === by);
  const named = (what: string, some: readonly ActorOutcome[], always: boolean): string[] => {
    if (some.length === 0) return [];
    // Who was told by a code and is called otherwise is worth a look as well.
    const telling = list || always ? some : some.filter(({ called }) => called !== null);
    const shown = list ? telling : telling.slice(0, mostNamed);
    const hidden = telling.length - shown.length;
    const more = hidden > 0 ? [`  and ${count(hidden)} more; --list names all`] : [];
    return [
      `${what}: ${counted(some.length, 'actor')}, ${counted(rowsOf(some), 'row')}`,
      ...shown.map(lineOf),
      ...more,
    ];
  };
  return [
    ...Object.entries(rows).map(([file, number]) => `${file}: ${counted(number, 'row')}`),
    ...named('matched by code', of('code'), false),
    ...named('matched by name', of('name'), false),
    ...named('matched by alias', of('alias'), true),
    ...named('merged since, meant as what they were merged into', of('merge'), true),
    ...named(dryRun ? 'to be created' : 'created', of('created'), false),
    ...named('not matched, their rows left out', of('none'), true),
    ...datedLines(actors),
    ...notes,
    `${dryRun ? 'would be: ' : ''}${count(created)} created${among}, ${count(changed)} changed, ${count(unchanged)} unchanged, ${count(ended)} withdrawn or merged and left so`,
  ];
}

/** Each name that stands for different actors at different times, with the rule that says so. */
function datedLines(actors: readonly ActorOutcome[]): string[] {
  const lines = actors.flatMap(({ name, code, rows, dated }) => {
    if (dated === null) return [];
    const { said, from, to, why } = dated;
    const when = [from === null ? '' : ` from ${from}`, to === null ? '' : ` to ${to}`].join('');
    return [`  ${said}${when} is ${name}${code === '' ? '' : ` (${code})`}: ${counted(rows, 'row')}. ${why}`];
  });
  return lines.length === 0 ? [] : ['told by the date of the row:', ...lines];
}

const rowsOf = (some: readonly ActorOutcome[]) => some.reduce((sum, { rows }) => sum + rows, 0);
const lineOf = ({ name, code, rows, called }: ActorOutcome) =>
  `  ${name}${code === '' ? '' : ` (${code})`}${called === null ? '' : `, on record as ${called}`}: ${counted(rows, 'row')}`;
