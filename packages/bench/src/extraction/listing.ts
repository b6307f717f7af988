import type { Span, SuggestedStatement } from '@rapporteur/extraction/extraction';
import type { AnnotatedText, MarkedStatement } from './annotated';
import { f1, precision, recall, share, type Count, type Match, type TextScore } from './score';

const columns = ['text', 'marked', 'found', 'P', 'R', 'F1', 'F1 ≥0.8', 'speaker', 'cue', 'kind', 'actors', 'dates'];

/** A table of all texts and their total, for people. */
export function tableOf(scores: readonly TextScore[], total: TextScore): string {
  return [columns, ...[...scores, total].map(cellsOf)]
    .map((cells) => cells.map((cell, nth) => (nth === 0 ? cell.padEnd(6) : cell.padStart(8))).join(''))
    .join('\n');
}

function cellsOf({ id, matches, loose, tight, actors, dates }: TextScore): string[] {
  const among = (wanted: (match: Match) => boolean) => share(matches.filter(wanted).length, matches.length);
  return [
    id,
    String(loose.right + loose.missed),
    String(loose.right + loose.spurious),
    ...[
      precision(loose),
      recall(loose),
      f1(loose),
      f1(tight),
      among(({ sameSpeaker }) => sameSpeaker),
      among(({ sameCue }) => sameCue),
      among(({ marked, suggested }) => marked.kind === suggested.kind),
      f1(actors),
      f1(dates),
    ].map((value) => value.toFixed(3)),
  ];
}

/** All texts as if they were one. */
export function totalOf(scores: readonly TextScore[]): TextScore {
  const sum = (count: (score: TextScore) => Count): Count => ({
    right: scores.reduce((all, score) => all + count(score).right, 0),
    spurious: scores.reduce((all, score) => all + count(score).spurious, 0),
    missed: scores.reduce((all, score) => all + count(score).missed, 0),
  });
  return {
    id: 'all',
    matches: scores.flatMap(({ matches }) => matches),
    missed: scores.flatMap(({ missed }) => missed),
    spurious: scores.flatMap(({ spurious }) => spurious),
    loose: sum(({ loose }) => loose),
    tight: sum(({ tight }) => tight),
    actors: sum(({ actors }) => actors),
    dates: sum(({ dates }) => dates),
    actorsByPlace: sum(({ actorsByPlace }) => actorsByPlace),
    datesByPlace: sum(({ datesByPlace }) => datesByPlace),
    wrong: {
      missed: scores.flatMap(({ wrong }) => wrong.missed),
      spurious: scores.flatMap(({ wrong }) => wrong.spurious),
    },
  };
}

/** Every difference between a text's suggestions and its annotation, a line each, where the text has it. */
export function errorsOf({ body }: AnnotatedText, score: TextScore): string[] {
  const points = Array.from(body);
  const shown = (spans: readonly Span[]) => spans.map(([start, end]) => shorten(points.slice(start, end))).join(' // ');
  const place = (spans: readonly Span[]) => `${score.id} ${spans.map(([start, end]) => `${start}–${end}`).join(' ')}`;
  const marked = (what: string, { content_spans, speaker, cue }: MarkedStatement) =>
    `${place(content_spans)}  ${what}: ${speaker} [${cue}] ${shown(content_spans)}`;
  const suggested = (what: string, { contentSpans, speaker, cue, reason, ...statement }: SuggestedStatement) =>
    `${place(contentSpans)}  ${what}: ${speaker} [${cue}] ${shown(contentSpans)} (${reason}${flagsOf(statement)})`;
  return [
    ...score.missed.map((statement) => marked('missed', statement)),
    ...score.spurious.map((statement) => suggested('spurious', statement)),
    ...score.matches.flatMap(({ marked: wanted, suggested: found, ...match }) => {
      const at = place(wanted.content_spans);
      const content = shown(wanted.content_spans);
      return [
        ...(match.sameSpeaker ? [] : [`${at}  speaker: ${wanted.speaker}, not ${found.speaker}: ${content}`]),
        ...(match.sameCue ? [] : [`${at}  cue: ${wanted.cue}, not ${found.cue}: ${content}`]),
        ...(wanted.kind === found.kind ? [] : [`${at}  kind: ${wanted.kind}, not ${found.kind}: ${content}`]),
        ...(match.overlap >= 0.8
          ? []
          : [`${at}  bounds (${match.overlap.toFixed(2)}): ${content}\n        not ${shown(found.contentSpans)}`]),
      ];
    }),
    ...score.wrong.missed.map((what) => `${score.id}  missed ${what}`),
    ...score.wrong.spurious.map((what) => `${score.id}  spurious ${what}`),
  ];
}

const flagsOf = ({ headline, within, media }: Pick<SuggestedStatement, 'headline' | 'within' | 'media'>): string =>
  `${headline ? '; headline' : ''}${within === null ? '' : '; within another'}${media ? '; the medium' : ''}`;

/** Enough of a stretch to find it: its beginning and its end, on one line. */
function shorten(points: readonly string[]): string {
  const whole = points.length <= 130 ? points : [...points.slice(0, 80), ' … ', ...points.slice(-45)];
  return whole.join('').replaceAll(/\s+/g, ' ');
}
