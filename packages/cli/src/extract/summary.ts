import type { Extraction, Span } from '@rapporteur/extraction/extraction';

/** The words of a stretch that are shown. */
const widest = 160;

/** What was found, for people to read: each kind of suggestion under its heading, a line each. */
export function summarise(text: string, found: Extraction): string {
  const points = Array.from(text);
  const words = (spans: readonly Span[]) =>
    shorten(spans.map(([start, end]) => points.slice(start, end).join('')).join(' … '));
  const names = (places: readonly number[]) => places.map((place) => found.actors[place]?.name ?? '?').join(', ');
  const sections: [heading: string, lines: string[]][] = [
    [
      'Statements',
      found.statements.map((statement) => {
        const { speaker, cue, act, kind, contentSpans, date } = statement;
        const marks = [
          act,
          kind,
          date?.edtf,
          statement.headline && 'headline',
          statement.within !== null && 'reported within',
        ]
          .filter(Boolean)
          .join(', ');
        return `${speaker ?? 'Unknown'} | ${cue ?? '–'} | ${words(contentSpans)} (${marks}; ${sure(statement)})`;
      }),
    ],
    [
      'Actors',
      found.actors.map(
        ({ name, kind, role, seatOf, spans }) =>
          `${name} (${[kind, role, seatOf && `for ${seatOf}`].filter(Boolean).join(', ')}) × ${spans.length}`,
      ),
    ],
    ['Dates', found.dates.map(({ text: said, edtf }) => `${shorten(said)} = ${edtf ?? 'day not known'}`)],
    ['Places', found.places.map(({ name }) => name)],
    [
      'Events',
      found.events.map(({ title, type, date, place, participants }) =>
        [`${title} (${type.replace('_', ' ')})`, date, place, names(participants)].filter(Boolean).join('; '),
      ),
    ],
    [
      'Programmes',
      found.programmes.map(({ title, nature, period, status, parties }) =>
        [title, nature ?? 'nature not stated', period, status.replace('_', ' '), names(parties)]
          .filter(Boolean)
          .join('; '),
      ),
    ],
    [
      'Provisions',
      found.provisions.map(({ subject, scope, force }) => `${scope}: ${subject}${force ? ` (${force})` : ''}`),
    ],
    [
      'Commitments',
      found.commitments.map(
        ({ owedBy, owedTo, what, step }) =>
          `${names(owedBy) || 'Unknown'}${owedTo.length > 0 ? ` to ${names(owedTo)}` : ''}: ${shorten(what)} (${step.replace('_', ' ')})`,
      ),
    ],
    [
      'Positions (inferred)',
      found.positions.map(({ actor, stance, subject }) => `${names([actor])} ${stance}: ${shorten(subject)}`),
    ],
  ];
  const language = new Intl.DisplayNames(['en'], { type: 'language' }).of(found.language) ?? found.language;
  const filled = sections.filter(([, lines]) => lines.length > 0);
  if (filled.length === 0) return `Language: ${language}. Nothing was found that could be suggested.\n`;
  return [
    `Language: ${language}. Suggestions only: a person decides what is true of them.`,
    ...filled.map(
      ([heading, lines]) => `\n${heading} (${lines.length})\n${lines.map((line) => `  ${line}`).join('\n')}`,
    ),
    '',
  ].join('\n');
}

const sure = ({ confidence }: { confidence: number }): string => `${Math.round(confidence * 100)} %`;

function shorten(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  const points = Array.from(line);
  return points.length <= widest ? line : `${points.slice(0, widest - 1).join('')}…`;
}
