import type { Token } from '../../text/tokens';
import { asContent } from '../content';
import type { Draft } from '../draft';
import type { Quotation } from '../quotations';
import type { Range, Unit } from '../unit';
import { cueAt, type OtherCue } from './cues';
import type { Frame } from './frame';
import { phraseAfter, phraseBefore } from './phrases';
import { bracket } from './bracket';
import { contentAfter } from './content-after';
import { afterColon } from './quotation-before';
import { accordingTo } from './according';
import { draftOf, type Work } from './work';

const dash = /^[–—-]$/;
const closing = /^["”»“«’'›]$/;

/** The statements of one unit in a language that a frame describes. `previous` is the unit before, for "this was said by". */
export function readOtherUnit(
  unit: Unit,
  low: number,
  tokens: Token[],
  frame: Frame,
  previous: { unit: Unit; drafts: readonly Draft[] } | null,
): Draft[] {
  const work: Work = { unit, low, tokens, frame, drafts: [] };
  const whole = new Map(
    unit.quotations
      .filter(({ from }) => tokens[from]?.capital !== false)
      .map((quotation) => [quotation.open, quotation]),
  );
  accordingTo(work);
  for (let i = low; i < unit.to; i++) {
    const quotation = whole.get(i);
    if (quotation) {
      const draft = insideQuotation(work, quotation);
      if (draft) work.drafts.push(draft);
      i = quotation.to;
      continue;
    }
    const cue = cueAt(tokens, i, low, unit.to, frame);
    if (!cue) {
      const framed = bracket(work, i);
      if (framed) work.drafts.push(framed);
      if (frame.so.has(tokens[i]?.lower ?? '') && isBreak(tokens, i - 1)) so(work, i);
      continue;
    }
    const told = previous?.drafts.some(({ speaker }) => speaker !== null) ?? true;
    const draft =
      pointing(work, cue, told || !previous ? null : previous.unit) ?? after(work, cue) ?? before(work, cue);
    if (draft) work.drafts.push(draft);
    i = cue.to - 1;
  }
  for (const draft of work.drafts) finish(work, draft);
  return work.drafts;
}

function finish(work: Work, draft: Draft): void {
  const { tokens, unit } = work;
  if (draft.construction === 'pointing') return;
  const parts = draft.content.flatMap((range) => asContent(tokens, beforeAside(work, range), unit.quotations) ?? []);
  draft.content = parts.map(({ range }) => range);
  const inside = ({ from, to }: Range): boolean => unit.quotations.some((one) => one.from <= from && to <= one.to);
  draft.direct = parts.length > 0 && parts.every(({ direct, range }) => direct || inside(range));
}

/** "que l'avance “…”, alors que …": what comes after the quotation is the reporter's. */
function beforeAside({ tokens, unit, frame }: Work, { from, to }: Range): Range {
  const last = unit.quotations.find(
    (one) =>
      one.to > from &&
      one.to < to &&
      tokens[one.to + 1]?.text === ',' &&
      frame.asides.some((words) => words.every((word, nth) => tokens[one.to + 2 + nth]?.lower === word)),
  );
  return { from, to: last ? last.to + 1 : to };
}

const isBreak = (tokens: Token[], at: number): boolean =>
  tokens[at]?.text === ',' || dash.test(tokens[at]?.text ?? '') || closing.test(tokens[at]?.text ?? '');

/** "…", a déclaré X · „…“, sagte X · „…” – mondta X · "…", – заявив X: what stands before the cue is its content. */
function after(work: Work, cue: OtherCue): Draft | null {
  const { tokens, unit, low, frame } = work;
  if (cue.gerund || cue.from <= low + 1 || !isBreak(tokens, cue.from - 1)) return null;
  const quoted = asContent(tokens, { from: low, to: cue.from }, unit.quotations)?.direct === true;
  const document = documentAfter(work, cue);
  if (!document && isImpersonal(work, cue)) return saidByNobody(work, cue);
  const phrase = cue.pronoun ?? document ?? phraseAfter(tokens, cue.to, unit.to, frame);
  // "Im Gespräch mit der «Post» | sagte er: …": no clause of German ends in a quotation without a comma.
  if (!quoted && frame.bareClause && closing.test(tokens[cue.from - 1]?.text ?? '')) return null;
  if (!quoted && (isApposition(work, cue.from - 1) || asks(work, cue))) return null;
  if (!phrase && !(frame.dropsSubject && (quoted || dash.test(tokens[cue.from - 1]?.text ?? '')))) return null;
  if (!quoted && cue.from - low < 4) return null;
  const end = Math.max(cue.to, phrase?.to ?? 0);
  if (frame.negations.has(tokens[end]?.lower ?? '')) return null;
  if (!quoted && frame.that.has(tokens[end]?.lower ?? '')) return null;
  const rest = quotationAfter(work, end);
  const over = quoted ? [] : told(work, cue);
  const start = afterColon(work, cue.from) ?? lastStop(work, cue.from, over);
  const content = [{ from: start, to: cue.from }, ...(rest ? [rest] : [])];
  const draft = draftOf(work, cue, phrase, content, rest ? 'interposed' : 'inverted', quoted ? 0.92 : 0.75);
  // A thing that is supported or opposed within what another says is no more than that.
  work.drafts = work.drafts.filter((one) => !over.includes(one) || one.confidence > 0.8);
  for (const inner of over) {
    inner.within = draft;
    inner.content = inner.content.map(({ from, to }) => ({ from, to: Math.min(to, cue.from) }));
  }
  return draft;
}

/** "…, a appelé les deux à parler": who is asked follows, and not who asks. */
const asks = ({ tokens, frame }: Work, cue: OtherCue): boolean =>
  frame.recipients.has(tokens[cue.to - 1]?.lower ?? '') && cue.pronoun === null;

/** "Le ministre, Ada Moor, | a démenti": the comma before a verb closes the name of its subject. */
function isApposition({ tokens, low }: Work, comma: number): boolean {
  if (tokens[comma]?.text !== ',') return false;
  let from = comma;
  while (from > low && tokens[from - 1]?.capital) from--;
  return comma - from >= 2 && tokens[from - 1]?.text === ',' && from - 1 - low <= 14;
}

/** "Ostland supports it, said Moor": statements before a cue that stand within what it says. */
const told = ({ drafts, tokens }: Work, cue: OtherCue): Draft[] =>
  tokens[cue.from - 1]?.text !== ',' && !dash.test(tokens[cue.from - 1]?.text ?? '')
    ? []
    : drafts.filter(
        ({ construction, content }) => construction === 'subject-first' && (content.at(-1)?.to ?? 0) > cue.from,
      );

const isImpersonal = ({ tokens, frame }: Work, cue: OtherCue): boolean =>
  frame.impersonal.has(tokens[cue.from]?.lower ?? '') && frame.pronouns.get(tokens[cue.to]?.lower ?? '') === 'it';

/** "…, hieß es in Brüssel": nobody is named. */
function saidByNobody(work: Work, cue: OtherCue): Draft {
  const content = [{ from: lastStop(work, cue.from, []), to: cue.from }];
  return { ...draftOf(work, { ...cue, to: cue.to + 1 }, null, content, 'inverted', 0.5), shared: null, nobody: true };
}

/** "heißt es in der Erklärung": the document that is read from. */
function documentAfter({ tokens, unit, frame }: Work, cue: OtherCue): Range | null {
  if (frame.pronouns.get(tokens[cue.to]?.lower ?? '') !== 'it' && !frame.impersonal.has(tokens[cue.from]?.lower ?? ''))
    return null;
  for (let i = cue.to; i < Math.min(unit.to, cue.to + 4); i++) {
    if (!frame.within.has(tokens[i]?.lower ?? '')) continue;
    let to = i + 1;
    while (to < unit.to && tokens[to]?.kind !== 'mark' && to - i < 10) to++;
    return tokens.slice(i + 1, to).some(({ lower }) => frame.documents.has(lower)) ? { from: i + 1, to } : null;
  }
  return null;
}

/** Where the content before a cue begins: after an earlier statement of the same unit, and past words such as "aber". */
function lastStop({ tokens, low, frame, drafts }: Work, cue: number, over: readonly Draft[]): number {
  let from = Math.max(
    low,
    ...drafts
      .filter((draft) => !over.includes(draft) && (draft.cue?.from ?? 0) < cue)
      .map((draft) => (draft.speaker && draft.speaker.to < cue ? draft.speaker.to : (draft.cue?.to ?? low))),
  );
  while (from < cue && (frame.openers.has(tokens[from]?.lower ?? '') || tokens[from]?.text === ',')) from++;
  return from;
}

/** The second part of a quotation that a cue interrupts. */
function quotationAfter({ tokens, unit }: Work, at: number): Range | null {
  const next = unit.quotations.find(({ open }) => open >= at && open <= at + 12);
  const between = next && tokens.slice(at, next.open);
  return next &&
    between?.some(({ text }) => text === ',' || text === ':' || text === '.' || dash.test(text)) &&
    next.to - next.from > 3
    ? { from: next.open, to: unit.to }
    : null;
}

/** X a déclaré que … · X sagte, dass … · X заявив, що …: what follows the cue is its content. */
function before(work: Work, cue: OtherCue): Draft | null {
  const { tokens, unit, low, frame } = work;
  const content = contentAfter(work, cue);
  if (!content) return null;
  const negated = frame.negations.has(tokens[cue.from - 1]?.lower ?? '');
  // "Ostland nem támogatja": against it. Of what is not said nothing is known.
  if (negated && (cue.act !== 'supports' || !content.object)) return null;
  const coordinate = work.drafts.length > 0 && coordinators.has(tokens[cue.from - 1]?.lower ?? '');
  const own =
    cue.gerund || coordinate
      ? null
      : (cue.pronoun ?? phraseBefore(tokens, negated ? cue.from - 1 : cue.from, low, frame));
  const phrase = own ?? (cue.gerund ? null : content.subject);
  if (cue.gerund && !isBreak(tokens, leadOf(work, cue) - 1) && cue.from > low + 1) return null;
  if (!phrase && !cue.gerund && !frame.dropsSubject && work.drafts.length === 0) return null;
  const open = work.drafts.at(-1)?.content.at(-1);
  if (open && open.to > cue.from) {
    const again = !cue.gerund && own !== null && joinsAgain(work, own);
    if (again) open.to = own.from - 1;
    else if (!cue.gerund && tokens[cue.from - 1]?.text !== ',' && !frame.openers.has(tokens[cue.from - 1]?.lower ?? ''))
      return null;
    else open.to = coordinate ? cue.from - 1 : leadOf(work, cue);
  }
  return draftOf(
    work,
    negated ? { ...cue, act: 'opposes' } : cue,
    phrase,
    [{ from: content.from, to: content.object ? endOfObject(work, cue, content.from) : unit.to }],
    cue.gerund ? 'participle' : 'subject-first',
    content.sure,
  );
}

/** ", mais il | a promis": the same speaker goes on, as a pronoun after a comma. */
const joinsAgain = ({ tokens, frame }: Work, { from, to }: Range): boolean =>
  to - from === 1 &&
  frame.pronouns.has(tokens[from]?.lower ?? '') &&
  /^(?:mais|et|aber|und|de|але|та)$/.test(tokens[from - 1]?.lower ?? '') &&
  tokens[from - 2]?.text === ',';

const coordinators = new Set('et und és і та й'.split(' '));

/** "lehnt die Mission ab: | „Wir brauchen nichts“": what follows a colon or a semicolon is another statement. */
function endOfObject({ tokens, unit, frame }: Work, cue: OtherCue, from: number): number {
  const particle = frame.separable.get(tokens[cue.from]?.lower ?? '');
  for (let i = from; i < unit.to; i++) {
    if (/^[:;]$/.test(tokens[i]?.text ?? '')) return i;
    const last = i + 1 >= unit.to || tokens[i + 1]?.kind === 'mark';
    if (particle !== undefined && last && tokens[i]?.lower === particle && i > from) return i;
  }
  return unit.to;
}

/** Where the words that lead up to a cue begin ("tout en | expliquant"). */
function leadOf({ tokens, frame }: Work, cue: OtherCue): number {
  let from = cue.from;
  while (cue.gerund && frame.gerundLeads.has(tokens[from - 1]?.lower ?? '')) from--;
  return from;
}

/** "Про це заявив X": the sentence before is what was said. */
function pointing(work: Work, cue: OtherCue, previous: Unit | null): Draft | null {
  const { tokens, low, unit, frame } = work;
  const dashed = cue.from === low && low > unit.from;
  const points = dashed
    ? []
    : frame.pointing.find((words) => words.every((word, nth) => tokens[low + nth]?.lower === word));
  if (!points || !previous || cue.from < low + points.length || cue.from > low + 25) return null;
  if (tokens.slice(cue.to, unit.to).some(({ lower }) => frame.that.has(lower))) return null;
  const between = phraseBefore(tokens, cue.from, low + points.length, frame);
  const phrase = phraseAfter(tokens, cue.to, unit.to, frame) ?? between;
  const content = asContent(tokens, previous, previous.quotations);
  if ((!phrase && !(dashed && frame.dropsSubject)) || !content) return null;
  return {
    ...draftOf(work, cue, phrase, [content.range], 'pointing', content.direct ? 0.85 : 0.65),
    direct: content.direct,
  };
}

/** «A, — зазначив X. — B»: the cue stands between dashes inside the quotation marks. */
function insideQuotation(work: Work, quotation: Quotation): Draft | null {
  const { tokens, frame } = work;
  for (let i = quotation.from + 2; i < quotation.to; i++) {
    if (!dash.test(tokens[i - 1]?.text ?? '')) continue;
    const cue = cueAt(tokens, i, quotation.from, quotation.to, frame);
    const phrase = cue && (cue.pronoun ?? phraseAfter(tokens, cue.to, quotation.to, frame));
    if (!cue || !phrase || tokens[phrase.to]?.kind !== 'mark') continue;
    let rest = phrase.to;
    while (rest < quotation.to && tokens[rest]?.kind === 'mark') rest++;
    const content = [
      { from: quotation.from, to: i },
      ...(rest < quotation.to ? [{ from: rest, to: quotation.to }] : []),
    ];
    return draftOf(work, cue, phrase, content, 'interposed', 0.85);
  }
  return null;
}

/** "…“, so der Minister". */
function so(work: Work, at: number): void {
  const { tokens, unit, low, frame } = work;
  const phrase = phraseAfter(tokens, at + 1, unit.to, frame);
  if (
    !phrase ||
    at - low < 3 ||
    (phrase.to < unit.to && tokens[phrase.to]?.kind !== 'mark' && !frame.ends.has(tokens[phrase.to]?.lower ?? ''))
  )
    return;
  work.drafts.push(
    draftOf(
      work,
      { from: at, to: at + 1, act: 'asserts' },
      phrase,
      [{ from: lastStop(work, at, []), to: at }],
      'inverted',
      0.8,
    ),
  );
}
