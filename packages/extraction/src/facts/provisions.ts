import type { SuggestedProvision } from '../extraction';
import { onOneLine, type FoundText } from './found-text';
import { auxiliaries, subjectPronouns } from './function-words';
import { listBelow } from './list-below';
import { itemsOf, objectAfter, type TokenRange } from './object-phrase';
import type { Programme, ProgrammeList } from './programme-list';
import { verbGroup, type VerbGroup } from './verb-group';

type Scope = SuggestedProvision['scope'];
/** What is said of a subject, before programmes have their final places. */
export type ProvisionOf = Omit<SuggestedProvision, 'programme'> & { programme: Programme };

/** How surely a verb says that its object is part of an arrangement; `for`: only with that preposition. */
interface Verb {
  scope: Scope;
  confidence: number;
  preposition?: string;
}
const forms = (stem: Verb, words: string): [string, Verb][] => words.split(' ').map((word) => [word, stem]);
const verbs = new Map<string, Verb>([
  ...forms({ scope: 'included', confidence: 0.8 }, 'include includes included'),
  ...forms(
    { scope: 'included', confidence: 0.75 },
    'cover covers covered envisage envisages envisaged foresee foresees foresaw foreseen contain contains contained stipulate stipulates stipulated entail entails entailed comprise comprises comprised encompass encompasses encompassed',
  ),
  ...forms(
    { scope: 'included', confidence: 0.75, preposition: 'for' },
    'provide provides provided call calls called allow allows allowed',
  ),
  ...forms(
    { scope: 'excluded', confidence: 0.8 },
    'exclude excludes excluded prohibit prohibits prohibited ban bans banned bar bars barred forbid forbids omit omits',
  ),
  ...forms({ scope: 'excluded', confidence: 0.8, preposition: 'out' }, 'rule rules ruled leave leaves left'),
  ...forms({ scope: 'not_mentioned', confidence: 0.6 }, 'mention mentions mentioned'),
]);
/** "would provide a shorter framework": what an arrangement gives, said less surely. */
const giving = new Set('provide provides offer offers establish establishes create creates'.split(' '));

/** What the text says that each arrangement includes, excludes, or leaves in dispute. */
export function findProvisions(text: FoundText, programmes: ProgrammeList): ProvisionOf[] {
  const found: ProvisionOf[] = [];
  text.reading.tokens.forEach(({ lower, kind }, at) => {
    if (kind !== 'word' || text.isAsked(at)) return;
    const verb = verbs.get(lower);
    if (verb) found.push(...ofVerb(text, programmes, at, verb));
    else if (giving.has(lower)) found.push(...ofGiving(text, programmes, at));
    else if (lower === 'without' || (lower === 'short' && text.word(at + 1) === 'of'))
      found.push(...ofLack(text, programmes, at));
  });
  for (const { programme, scope } of found) {
    programme.hasProvisions = true;
    if (scope === 'excluded' || scope === 'disputed') programme.excludes = true;
  }
  return found;
}

function ofVerb(text: FoundText, programmes: ProgrammeList, at: number, verb: Verb): ProvisionOf[] {
  const group = verbGroup(text, at);
  const direct = verb.preposition === undefined || text.word(at + 1) === verb.preposition;
  if (!direct) return [];
  const passive = group.passive && !/(?:ing|s)$/.test(text.word(at));
  if (passive) return ofPassive(text, programmes, group, verb);
  const subject = programmes.subjectBefore(group.from);
  if (!subject || !isPredicate(text, programmes, group)) return [];
  // What should be in it is not yet, and what is not ruled out need not be in it.
  if (/^(?:should|could|might)$/.test(group.modal ?? '') || (group.negated && verb.scope === 'excluded')) return [];
  const from = at + (verb.preposition === undefined ? 1 : 2);
  const scope = scopeOf(verb, group, disputedBefore(text, group.from));
  return provisionsFrom(text, subject, {
    from,
    group,
    scope,
    confidence: verb.confidence,
    verb: phrase(text, group, from),
  });
}

/** Whether the verb can be what is said of a single arrangement, in the form it has. */
function isPredicate(text: FoundText, programmes: ProgrammeList, { from, verb }: VerbGroup): boolean {
  const word = text.word(verb);
  // "…, including X", and "excluded" without a verb before it, say it of the noun right before them.
  if (from === verb && /(?:ing|ed)$/.test(word))
    return (
      programmes.subjectBefore(text.word(from - 1) === ',' ? from - 1 : from) !== null &&
      programmes.mentionAt(text.word(from - 1) === ',' ? from - 2 : from - 1) !== undefined
    );
  // "to include": only where that is said of it ("is expected to include").
  if (text.word(from - 1) === 'to')
    return /^(?:expected|set|designed|intended|meant|due|going|likely)$/.test(text.word(from - 2));
  return from < verb || word.endsWith('s') || /^(?:foresaw|left)$/.test(word);
}

function scopeOf(verb: Verb, { negated }: VerbGroup, disputed: boolean): Scope {
  if (disputed) return 'disputed';
  if (!negated) return verb.scope;
  return verb.scope === 'included' ? 'excluded' : verb.scope;
}

/** "Weapons are excluded from the programme", "Training is covered by the agreement". */
function ofPassive(text: FoundText, programmes: ProgrammeList, group: VerbGroup, verb: Verb): ProvisionOf[] {
  const at = group.verb;
  if (text.word(group.from - 1) === 'to') return [];
  if (!/^(?:from|by|in|under)$/.test(text.word(at + 1))) return [];
  const mention = programmes.firstFrom(at + 2, Math.min(at + 6, text.sentenceOf(at).to));
  const programme = mention && programmes.at(mention);
  if (!programme) return [];
  const { from: first } = text.sentenceOf(at);
  let from = group.from;
  while (from > Math.max(first, group.from - 12) && !/^(?:[,;:.]|that|and|but|said)$/.test(text.word(from - 1))) from--;
  const range = { from, to: group.from };
  if (range.to <= range.from || subjectPronouns.has(text.word(from))) return [];
  return [
    provision(text, { programme, near: true }, range, {
      group,
      scope: scopeOf(verb, group, false),
      confidence: verb.confidence,
      verb: phrase(text, group, at + 1),
    }),
  ];
}

function ofGiving(text: FoundText, programmes: ProgrammeList, at: number): ProvisionOf[] {
  if (text.word(at + 1) === 'for') return [];
  const group = verbGroup(text, at);
  const subject = programmes.subjectBefore(group.from);
  if (!subject?.near || group.passive || group.negated || !isPredicate(text, programmes, group)) return [];
  return provisionsFrom(text, subject, {
    from: at + 1,
    group,
    scope: 'included',
    confidence: 0.5,
    verb: phrase(text, group, at + 1),
  });
}

/** "… without committing to membership", "stops short of a guarantee": in a sentence whose subject is an arrangement. */
function ofLack(text: FoundText, programmes: ProgrammeList, at: number): ProvisionOf[] {
  const short = text.word(at) === 'short';
  if (!short && !text.word(at + 1).endsWith('ing')) return [];
  const verb = short ? at - 1 : at;
  if (short && !/^(?:stop|stops|stopped|fall|falls|fell)$/.test(text.word(verb))) return [];
  const { from: first } = text.sentenceOf(at);
  const mention = programmes.firstFrom(first, at);
  const programme = mention && programmes.at(mention);
  // The subject of the sentence: nobody and nothing else is named before it.
  if (
    !programme ||
    text.actorsWithin(text.token(first)?.start ?? 0, mention.start).length > 0 ||
    mention.from - first > 4 ||
    /^(?:my|our|your|his|her|their)$/.test(mention.determiner) ||
    !isVerb(text.word(mention.to))
  )
    return [];
  const from = at + (short ? 2 : 1);
  return provisionsFrom(
    text,
    { programme, near: false },
    {
      from,
      group: { from: verb, verb, negated: false, modal: null, passive: false },
      scope: 'excluded',
      confidence: 0.5,
      verb: short ? 'stops short of' : 'without',
    },
  );
}

const isVerb = (word: string): boolean => auxiliaries.has(word) || /[a-z](?:s|ed)$/.test(word);

interface Saying {
  group: VerbGroup;
  scope: Scope;
  confidence: number;
  verb: string;
}

function provisionsFrom(
  text: FoundText,
  subject: { programme: Programme; near: boolean },
  { from, ...saying }: Saying & { from: number },
): ProvisionOf[] {
  const points = listBelow(text, from);
  const ranges = points.length > 0 ? points : itemsOf(text, withoutLead(text, objectAfter(text, from)));
  return ranges.filter(({ from: start, to }) => to > start).map((range) => provision(text, subject, range, saying));
}

/** "provisions for the transfer of weapons" is about the transfer. */
function withoutLead(text: FoundText, { from, to }: TokenRange): TokenRange {
  let start = from;
  if (
    /^(?:any|a|the|specific)$/.test(text.word(start)) &&
    /^(?:provisions?|clauses?|articles?|commitments?|references?|measures?)$/.test(text.word(start + 1))
  )
    start++;
  if (
    /^(?:provisions?|clauses?|articles?|references?|measures?)$/.test(text.word(start)) &&
    /^(?:for|on|about|to|regarding|concerning)$/.test(text.word(start + 1))
  )
    start += 2;
  return { from: /^(?:any|the|that)$/.test(text.word(start)) ? start + 1 : start, to };
}

function provision(
  text: FoundText,
  { programme, near }: { programme: Programme; near: boolean },
  { from, to }: TokenRange,
  { group, scope, confidence, verb }: Saying,
): ProvisionOf {
  const span: [number, number] = [text.token(from)?.start ?? 0, text.token(to - 1)?.end ?? 0];
  return {
    subject: onOneLine(text.reading.text, ...span).replaceAll('*', ''),
    scope,
    ...forceOf(text, group, to),
    span,
    programme,
    reason: reasonOf(scope, verb),
    confidence: near ? confidence : confidence - 0.1,
  };
}

const reasonOf = (scope: Scope, verb: string): string =>
  scope === 'not_mentioned'
    ? `“${verb}”: the text says that it is not mentioned; somebody has to read the arrangement in full before that is on record.`
    : `“${verb}”, said of the arrangement`;

const condition = /^(?:subject to|provided that|on condition|if |once |when |as long|unless |depending on)/;

/** "shall" and "must" bind, "may" leaves it open; a condition right behind the phrase makes it conditional. */
function forceOf(
  text: FoundText,
  { from, verb, modal, negated }: VerbGroup,
  to: number,
): Pick<SuggestedProvision, 'force' | 'forceSpan'> {
  const said = (force: SuggestedProvision['force'], first: number, last: number) => ({
    force,
    forceSpan: [text.token(first)?.start ?? 0, text.token(last)?.end ?? 0] as [number, number],
  });
  const behind = text.word(to) === ',' ? to + 1 : to;
  if (condition.test([0, 1].map((n) => text.word(behind + n)).join(' ') + ' ')) {
    // "if" and "when" are conditions by themselves; what stands behind them need not be a word of the sentence.
    return said('conditional', behind, text.token(behind + 1) ? behind + 1 : behind);
  }
  if (modal === 'shall' || modal === 'must') return said('binding', from, verb);
  return (modal === 'may' || modal === 'can') && !negated
    ? said('voluntary', from, verb)
    : { force: null, forceSpan: null };
}

/** "… disagree over whether the programme covers …" */
function disputedBefore(text: FoundText, at: number): boolean {
  const { from } = text.sentenceOf(at);
  let whether = false;
  for (let i = at - 1; i >= Math.max(from, at - 20); i--) {
    if (text.word(i) === 'whether') whether = true;
    if (
      whether &&
      /^(?:dispute[sd]?|disputing|disagree[sd]?|contest(?:s|ed)?|differ(?:s|ed)?|argue[sd]?|unclear|divided)$/.test(
        text.word(i),
      )
    )
      return true;
  }
  return false;
}

const phrase = (text: FoundText, { from, verb }: VerbGroup, to: number): string =>
  onOneLine(text.reading.text, text.token(from)?.start ?? 0, text.token(Math.max(verb, to - 1))?.end ?? 0);
