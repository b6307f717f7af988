import type { BulkClient } from '@rapporteur/db/bulk';
import { fieldsWithoutEvidence } from '@rapporteur/domain/content/evidence';
import { RapporteurError } from '@rapporteur/domain/errors';
import { segmentOf } from '@rapporteur/domain/kinds';
import { slugSchema } from '@rapporteur/domain/slug';
import { secondChoicesOf } from '../record/one-choice';
import { batches } from './batches';
import { fatesOf, type Fate, type Preferred } from './fate';
import type { Planned } from './planned';
import type { DatasetProblems } from './problems';
import { standingAt } from './standing';
import type { Written } from './write-batch';

/** What an import would do, and which records it is told of by name. */
export interface Foreseen {
  counted: Written;
  changed: string[];
  /** Left as somebody has changed them; their rows are as they were. */
  kept: string[];
  /** Changed by somebody as well as in their rows: to be decided, and decided for the record or for the row. */
  disputed: { address: string; why: string }[];
  left: string[];
  overwritten: string[];
}

/** Goes through everything once, as it would be written. */
export async function foresee(
  bulk: BulkClient,
  plan: Iterable<Planned>,
  { problems, prefer }: { problems: DatasetProblems; prefer: Preferred | undefined },
  onChecked: (done: number) => void,
): Promise<Foreseen> {
  const counted: Written = { created: 0, changed: 0, unchanged: 0, ended: 0 };
  const foreseen: Foreseen = { counted, changed: [], kept: [], disputed: [], left: [], overwritten: [] };
  const seen = new Map<string, number>();
  let done = 0;
  for (const batch of batches(plan)) {
    const standing = await standingAt(bulk.db, batch);
    for (const [planned, fate] of await fatesOf(bulk.db, batch, standing, prefer)) {
      checkAddress(planned, seen, problems);
      if (planned.kind === 'actor' && planned.id !== undefined && standing(planned))
        problems.add(
          planned.file,
          planned.row,
          'slug',
          `there is an actor at /actors/${planned.slug}, which neither code nor name matches; say that it is meant with an alias, or make another address`,
        );
      else if (checkPlanned(planned, fate, problems)) count(planned, fate, foreseen);
    }
    done += batch.length;
    onChecked(done);
  }
  return foreseen;
}

function checkAddress({ file, row, kind, slug }: Planned, seen: Map<string, number>, problems: DatasetProblems): void {
  const address = `${kind} ${slug}`;
  const before = seen.get(address);
  if (before !== undefined) problems.add(file, row, 'slug', `"${slug}" is that of row ${before} as well`);
  seen.set(address, row);
  const fault = slugSchema.safeParse(slug).error?.issues[0]?.message;
  if (fault !== undefined) problems.add(file, row, 'slug', `"${slug.slice(0, 80)}" ${fault}`);
}

/** Whether a record can be written or left. What cannot is a problem. */
function checkPlanned(planned: Planned, fate: Fate, problems: DatasetProblems): boolean {
  const { file, row } = planned;
  if (fate.outcome === 'faulty') problems.addError(file, row, fate.error);
  else if (fate.outcome === 'refused') problems.add(file, row, 'slug', fate.why);
  // What rests on the rows of a file cannot be published without it.
  else if (fate.outcome === 'ended' && planned.kind === 'source' && planned.id !== undefined)
    problems.add(
      file,
      row,
      '',
      `the source /sources/${planned.slug} was withdrawn or merged; choose another slug for it`,
    );
  else if (!('checked' in fate)) return true;
  else {
    const { record, citations } = fate.checked;
    for (const { path, message } of secondChoicesOf(record, '/content')) problems.add(file, row, path, message);
    for (const field of fieldsWithoutEvidence(record, citations))
      problems.add(file, row, `/content${field}`, 'rests on no passage; say under "cite" which rows it rests on');
    return true;
  }
  return false;
}

function count({ kind, slug }: Planned, fate: Fate, foreseen: Foreseen): void {
  const address = `/${segmentOf(kind)}/${slug}`;
  const { counted } = foreseen;
  switch (fate.outcome) {
    case 'new':
      counted.created += 1;
      break;
    case 'changed':
      counted.changed += 1;
      (fate.both ? foreseen.overwritten : foreseen.changed).push(address);
      break;
    case 'kept':
      counted.unchanged += 1;
      (fate.both ? foreseen.left : foreseen.kept).push(address);
      break;
    case 'disputed':
      foreseen.disputed.push({ address, why: fate.why });
      break;
    case 'unchanged':
    case 'ended':
      counted[fate.outcome] += 1;
  }
}

/** How many records are named where a dataset is refused, and how many for one reason in a report. */
const [mostRefused, mostNamed] = [20, 100];

/** What a report says of records by name. In a dry run also what would change, and what somebody has to decide. */
export function notesOn(foreseen: Foreseen, dryRun: boolean): string[] {
  const all: [string[], string][] = [
    [foreseen.kept, 'somebody has changed it since, and it is left so'],
    [foreseen.left, 'it says something else than its row, and it is left as it is'],
    [foreseen.overwritten, 'it said something else than its row, and the row stands'],
    ...(dryRun
      ? ([
          [foreseen.disputed.map(({ address, why }) => `${address}: ${why}`), 'say with --prefer which stands'],
          [foreseen.changed, 'changes'],
        ] as [string[], string][])
      : []),
  ];
  return all.flatMap(([addresses, what]) => {
    const more = addresses.length - mostNamed;
    return [
      ...addresses.slice(0, mostNamed).map((address) => `${address}: ${what}`),
      ...(more > 0 ? [`and ${more.toLocaleString('en')} more: ${what}`] : []),
    ];
  });
}

/** Refuses what nobody has decided: whose word stands, and what a change is to readers. */
export function requireDecided({ disputed, changed, overwritten, counted }: Foreseen, isSaid: boolean): void {
  const refuse = (
    count: number,
    [one, many]: [string, string],
    what: string,
    named: { path: string; message: string }[],
  ) => {
    const who = count === 1 ? one : `${count.toLocaleString('en')} ${many}`;
    throw new RapporteurError('invalid_input', `${who}: ${what}`, named.slice(0, mostRefused));
  };
  if (disputed.length > 0)
    refuse(
      disputed.length,
      [
        'One record says something else than its row, and not by an import',
        'records say something else than their rows, and not by an import',
      ],
      'say with --prefer which stands, row or record; or mend them at the desk and import again.',
      disputed.map(({ address, why }) => ({ path: address, message: why })),
    );
  if (counted.changed > 0 && !isSaid)
    refuse(
      counted.changed,
      ['One record changes', 'records change'],
      'say what that is to readers with --change (correct, update or edit). A correction also says what was wrong, with --note.',
      [...overwritten, ...changed].map((path) => ({ path, message: 'changes' })),
    );
}
