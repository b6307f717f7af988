import type { Extraction, SuggestedProgramme } from '../extraction';
import type { Reading } from '../text/reading';
import { collectivesOf } from './collectives';
import { findCommitments } from './commitments';
import { findEvents } from './events';
import { findableText, type FoundBefore } from './found-text';
import { findNatures } from './nature';
import { findPositions } from './positions';
import { listProgrammes, type Programme } from './programme-list';
import { isMutual, type ProgrammeMention } from './programme-mentions';
import { findProvisions, type ProvisionOf } from './provisions';
import { findStatuses } from './status';

export type Facts = Pick<Extraction, 'events' | 'programmes' | 'provisions' | 'commitments' | 'positions'>;

/**
 * Events, arrangements with their provisions, commitments, and positions that statements imply. Spans are UTF-16 units.
 * The rules are those of English; in a text in another language only the positions that its statements imply are found.
 */
export function findFacts(reading: Reading, found: FoundBefore): Facts {
  const text = findableText(reading, found);
  if (reading.language !== 'en') {
    return { events: [], programmes: [], provisions: [], commitments: [], positions: findPositions(text) };
  }
  const programmes = listProgrammes(text);
  const events = findEvents(text, programmes);
  findNatures(text, programmes);
  findStatuses(text, programmes);
  const provisions = findProvisions(text, programmes);
  const kept = programmes.all.filter(isWorthShowing);
  const place = new Map<Programme | undefined, number>(kept.map((programme, nth) => [programme, nth]));
  return {
    events,
    programmes: kept.map((programme) => suggest(programme, (mention) => place.get(programmes.at(mention)) ?? null)),
    provisions: distinct(provisions).flatMap(({ programme, ...provision }) =>
      place.has(programme) ? [{ ...provision, programme: place.get(programme) ?? null }] : [],
    ),
    commitments: findCommitments(text, collectivesOf(text, events)),
    positions: findPositions(text),
  };
}

/**
 * It has a name of its own and parties, or something is said about it; that "an agreement" is near says nothing of which. What anybody's plan includes is not worth showing;
 * what a treaty includes is, and so is what any of them excludes.
 */
const isWorthShowing = ({ best, nature, status, relations, hasProvisions, excludes }: Programme): boolean =>
  (best.named && best.parties.length > 0) ||
  nature !== null ||
  (status !== null && (best.told || relations.length > 0 || best.qualified)) ||
  excludes ||
  (best.told && relations.length > 0) ||
  (hasProvisions && (best.told || isMutual(best)));

function suggest(programme: Programme, placeOf: (mention: ProgrammeMention) => number | null): SuggestedProgramme {
  const { best, mentions, nature, natureSpan, status, statusWords, statusSpan } = programme;
  const dated = mentions.find(({ period }) => period !== null);
  const grounds = [
    best.named ? 'named as one' : `called a ${best.kind}`,
    nature === null ? null : 'its legal nature is stated',
    statusWords === null ? null : `“${statusWords}”`,
  ];
  return {
    title: best.title,
    span: [best.start, best.end],
    nature,
    natureSpan,
    period: dated?.period ?? null,
    periodSpan: dated ? [dated.start, dated.end] : null,
    ...partiesOf(mentions),
    status: status ?? 'agreed',
    statusSpan,
    relations: programme.relations.map(({ type, mention }) => ({
      type,
      title: mention.title,
      programme: placeOf(mention),
    })),
    reason: grounds.filter((ground) => ground !== null).join('; '),
    confidence: 0.45 + (best.told ? 0.2 : 0) + (nature === null ? 0 : 0.15) + (best.parties.length > 1 ? 0.1 : 0),
  };
}

/** Who takes part, and the mentions that say so: each that names somebody whom none before it has named. */
function partiesOf(mentions: readonly ProgrammeMention[]): Pick<SuggestedProgramme, 'parties' | 'partySpans'> {
  const parties = new Set<number>();
  const partySpans: SuggestedProgramme['partySpans'] = [];
  for (const mention of mentions) {
    const known = parties.size;
    for (const party of mention.parties) parties.add(party);
    if (parties.size > known) partySpans.push([mention.start, mention.end]);
  }
  return { parties: [...parties], partySpans };
}

/** One subject in one scope of one arrangement is one provision. */
function distinct(provisions: readonly ProvisionOf[]): ProvisionOf[] {
  const seen = new Set<string>();
  return provisions
    .toSorted((a, b) => a.span[0] - b.span[0])
    .filter(({ programme, scope, span }) => {
      const key = `${programme.place} ${scope} ${span.join('-')}`;
      return !seen.has(key) && seen.add(key);
    });
}
