import type { Draft } from '../draft';
import type { Range } from '../unit';
import { kindOf } from './phrases';
import { subjectBefore } from './subject';
import type { Work } from './work';
import { auxiliaries, beForms } from './words';

const quoting = new Set(
  'quoted cited quotes cites quoting citing recorded records record reported reports heard overheard'.split(' '),
);
/** How far "as saying" may stand from its verb, in tokens. */
const reach = 20;

/** "Moor was quoted by the agency as saying that …" and "The agency quoted Moor as saying …": the speaker is Moor. */
export function quotedAs(work: Work): Draft[] {
  const { tokens, unit } = work;
  const found: Draft[] = [];
  for (let i = work.low + 1; i + 2 < unit.to; i++) {
    if (tokens[i]?.lower !== 'as' || tokens[i + 1]?.lower !== 'saying') continue;
    const verb = verbBefore(work, i);
    if (verb === null) continue;
    const start = groupOf(work, verb);
    const passive = tokens.slice(start, verb).some(({ lower }) => beForms.has(lower));
    const speaker = passive ? subjectBefore(tokens, start, work.low, work.names) : { from: verb + 1, to: i };
    if (!speaker || speaker.to <= speaker.from || kindOf(tokens, speaker.from, speaker.to) === 'other') continue;
    const before = contentBefore(work, start, i + 2);
    if (before && passive) {
      found.push(draftOf(work, speaker, { from: start, to: verb + 1 === i ? i + 2 : verb + 1 }, before));
      continue;
    }
    const from =
      tokens[i + 2]?.lower === 'that' || tokens[i + 2]?.text === ',' || tokens[i + 2]?.text === ':' ? i + 3 : i + 2;
    found.push(
      draftOf(work, speaker, { from: start, to: passive && verb + 1 === i ? i + 2 : verb + 1 }, { from, to: unit.to }),
    );
  }
  return found;
}

/** "“…,” he was quoted as saying.": the quotation that stands before, where nothing follows. */
function contentBefore({ tokens, unit, low }: Work, group: number, end: number): Range | null {
  const over = end >= unit.to || tokens[end]?.kind === 'mark' || tokens[end]?.lower === 'by';
  const last = unit.quotations.findLast(({ to }) => to < group);
  return over && last && group - last.to < 12
    ? { from: Math.min(last.open, Math.max(low, last.open)), to: last.to + 1 }
    : null;
}

function verbBefore({ tokens, low }: Work, at: number): number | null {
  for (let i = at - 1; i > Math.max(low, at - reach); i--) if (quoting.has(tokens[i]?.lower ?? '')) return i;
  return null;
}

function groupOf({ tokens, low }: Work, verb: number): number {
  let start = verb;
  while (start > low && auxiliaries.has(tokens[start - 1]?.lower ?? '')) start--;
  return start;
}

function draftOf({ unit }: Work, { from, to }: Range, cue: Range, content: Range): Draft {
  return {
    speaker: { from, to },
    shared: null,
    cue,
    content: [content],
    direct: false,
    clause: true,
    act: 'asserts',
    construction: 'quoted-as',
    confidence: 0.88,
    headline: false,
    within: null,
    paragraph: unit.paragraph,
  };
}
