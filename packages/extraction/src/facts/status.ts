import { onOneLine, type FoundText } from './found-text';
import type { Programme, ProgrammeList } from './programme-list';
import type { ProgrammeMention } from './programme-mentions';
import { verbGroup } from './verb-group';

const considering = new Set(
  (
    'considering consider considers considered weighing weighs mulling mulls negotiating negotiates exploring explores ' +
    'drafting drafts proposes proposed proposing'
  ).split(' '),
);
/** "would provide a shorter framework": what is being considered, in other words. */
const giving = new Set('provide offer establish create be'.split(' '));
const agreeing = new Set('adopted agreed approved endorsed signed'.split(' '));
const ending = new Set('expired expires lapsed terminated scrapped abandoned cancelled ended'.split(' '));

/** Sets how far each arrangement has come where the text tells, and what it follows or takes the place of. */
export function findStatuses(text: FoundText, programmes: ProgrammeList): void {
  for (const programme of programmes.all) {
    const mention = programme.mentions.find(({ proposed }) => proposed);
    if (mention) mark(programme, 'under_consideration', 'proposed', [mention.start, mention.end]);
  }
  text.reading.tokens.forEach(({ lower }, at) => {
    if (considering.has(lower) && !programmes.mentionAt(at)) consider(text, programmes, at);
    else if (giving.has(lower)) describe(text, programmes, at);
    else if (ending.has(lower)) end(text, programmes, at);
    else if (lower === 'under' && /^(?:consideration|discussion|negotiation|review)$/.test(text.word(at + 1))) {
      const subject = programmes.nearestBefore(at)?.programme;
      if (subject) mark(subject, 'under_consideration', `under ${text.word(at + 1)}`, spanOf(text, at, at + 1));
    } else relate(text, programmes, at);
  });
  // What has ended, or is considered anew, was agreed before: that it was is told of the rest.
  text.reading.tokens.forEach(({ lower }, at) => {
    if (agreeing.has(lower)) agree(text, programmes, at);
  });
}

function mark(
  programme: Programme,
  status: NonNullable<Programme['status']>,
  words: string,
  span: [number, number],
): void {
  programme.status ??= status;
  programme.statusWords ??= words;
  programme.statusSpan ??= span;
}

/** From the first token to the last. */
const spanOf = (text: FoundText, first: number, last: number): [number, number] => [
  text.token(first)?.start ?? 0,
  text.token(last)?.end ?? 0,
];

/** "is considering offering A a shorter framework": the first arrangement within a few words. */
function consider(text: FoundText, programmes: ProgrammeList, at: number): void {
  const { negated } = verbGroup(text, at);
  const mention = programmes.firstFrom(at + 1, Math.min(at + 9, text.sentenceOf(at).to));
  const programme = mention && programmes.at(mention);
  // "considers the treaty void" is an opinion: only something that is not there yet is considered.
  const isNew = mention?.determiner !== 'the' && mention?.determiner !== 'this';
  if (programme && !negated && isNew && programme.mentions[0] === mention)
    mark(programme, 'under_consideration', text.word(at), [text.token(at)?.start ?? 0, mention.end]);
}

/** What a proposed arrangement would be or give is as far from being agreed as it is. */
function describe(text: FoundText, programmes: ProgrammeList, at: number): void {
  const group = verbGroup(text, at);
  if (group.modal !== 'would' || group.negated) return;
  const subject = programmes.subjectBefore(group.from)?.programme;
  const mention = programmes.firstFrom(at + 1, Math.min(at + 6, text.sentenceOf(at).to));
  const programme = mention && programmes.at(mention);
  if (subject?.status !== 'under_consideration' || !programme || !/^an?$/.test(mention.determiner)) return;
  mark(programme, 'under_consideration', `would ${text.word(at)}`, [text.token(group.from)?.start ?? 0, mention.end]);
}

function end(text: FoundText, programmes: ProgrammeList, at: number): void {
  const group = verbGroup(text, at);
  if (group.negated || group.modal !== null) return;
  const subject = programmes.subjectBefore(group.from);
  if (subject?.near) mark(subject.programme, 'ended', text.word(at), spanOf(text, group.from, at));
}

/** "The plan was adopted", "ministers signed the plan": the words for what is taken for agreed where nothing else is told. */
function agree(text: FoundText, programmes: ProgrammeList, at: number): void {
  const group = verbGroup(text, at);
  if (group.negated || group.modal !== null) return;
  const subject = group.passive ? programmes.subjectBefore(group.from) : undefined;
  if (subject?.near) return tellAgreed(subject.programme, text.word(at), spanOf(text, group.from, at));
  const mention = group.passive ? undefined : programmes.firstFrom(at + 1, Math.min(at + 6, text.sentenceOf(at).to));
  const programme = mention && programmes.at(mention);
  if (programme) tellAgreed(programme, text.word(at), [text.token(at)?.start ?? 0, mention.end]);
}

function tellAgreed(programme: Programme, words: string, span: [number, number]): void {
  if (programme.status !== null || programme.statusSpan !== null) return;
  programme.statusWords = words;
  programme.statusSpan = span;
}

const links: Record<string, Programme['relations'][number]['type']> = {
  replaces: 'succeeds',
  replaced: 'succeeds',
  replacing: 'succeeds',
  succeeds: 'succeeds',
  supersedes: 'succeeds',
  superseded: 'succeeds',
  shortens: 'shortens',
};

/** "an alternative to the plan", "replaces the agreement": which arrangement stands how to which. */
function relate(text: FoundText, programmes: ProgrammeList, at: number): void {
  const word = text.word(at);
  const type = Object.hasOwn(links, word)
    ? links[word]
    : word === 'alternative' && text.word(at + 1) === 'to'
      ? 'alternative_to'
      : null;
  if (!type) return;
  const other = programmes.firstFrom(at + 1, Math.min(at + 8, text.sentenceOf(at).to));
  if (!other) return;
  if (type === 'alternative_to') {
    const own = programmes.mentionAt(at);
    const programme = own && programmes.at(own);
    if (programme && add(programmes, programme, type, other)) programme.best = through(text, programme.best, other);
    return;
  }
  const group = verbGroup(text, at);
  const subject = programmes.subjectBefore(group.from)?.programme;
  const programme = programmes.at(other);
  if (!subject || !programme || subject === programme || group.negated) return;
  // "A was replaced by B": B comes after A.
  if (group.passive) add(programmes, programme, type, subject.best);
  else add(programmes, subject, type, other);
}

function add(
  programmes: ProgrammeList,
  programme: Programme,
  type: Programme['relations'][number]['type'],
  mention: ProgrammeMention,
): boolean {
  if (programmes.at(mention) === programme) return false;
  programme.relations.push({ type, mention });
  return true;
}

/** "alternative" alone says nothing: its name goes on to what it is one to. */
const through = (
  text: FoundText,
  { start, ...own }: ProgrammeMention,
  { end }: ProgrammeMention,
): ProgrammeMention => ({
  ...own,
  start,
  end,
  title: onOneLine(text.reading.text, start, end),
});
