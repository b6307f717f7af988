import { blankContent } from '@rapporteur/domain/content/blank';
import type { Citation } from '@rapporteur/domain/content/citation';
import type { Kind } from '@rapporteur/domain/kinds';
import type { AnyPayload, PayloadOf, ProposalKind, ProposalPassage } from '@rapporteur/domain/intake/proposal';
import { byDay, tellTurn, type DraftedTurn } from './turns';

/** What the drafts of one text have in common. */
export interface Setting {
  source: string;
  /** The source from which this one was taken over, where they share an origin. */
  repeats: string | null;
  language: string;
  author: string | null;
  publisher: { id: string | null; name: string | null };
  /** The day before which all that the text tells was so: that on which it came out, as an open interval. */
  by: string | null;
  /** The record that a name in a payload stands for; null where it is rejected. */
  resolve: (name: string) => string | null;
  /** What kind of event an accepted proposal is, where the name is that of one. */
  eventType: (name: string) => string | null;
  cite: (passage: ProposalPassage, field: string, role?: Citation['role']) => Citation;
}

/** What becomes a part of another's draft: a provision of its programme, a turn of a position that is proposed twice. */
export interface Part {
  proposal: AnyPayload;
  passages: readonly ProposalPassage[];
}

/** What a draft rests on: its passages, and the fields that a person has changed, of which the thing itself says nothing. */
interface Rests {
  passages: readonly ProposalPassage[];
  changed: ReadonlySet<string>;
}

export interface Drafted {
  content: Record<string, unknown>;
  citations: Citation[];
}

/**
 * The record that an accepted proposal becomes, each of its facts with the passage that says it. What the text does not tell
 * stays blank: such a draft is completed by a person before it can be handed in.
 */
export function contentOf(
  { kind, payload }: Exclude<AnyPayload, { kind: 'provision' }>,
  { passages, changed }: Rests,
  setting: Setting,
  parts: readonly Part[],
): Drafted {
  const { resolve, cite, by } = setting;
  const main = partsOf(passages, 'main');
  const each = (field: string, from: readonly ProposalPassage[] = main, role?: Citation['role']) =>
    from.map((passage) => cite(passage, field, role));
  const known = (names: readonly string[]) => names.flatMap((name) => resolve(name) ?? []);
  const one = (name: string | null) => (name === null ? null : resolve(name));
  switch (kind) {
    case 'actor':
      return filled(
        'actor',
        {
          type: payload.type,
          names: [{ text: payload.name, language: setting.language, use: 'preferred' }],
          identifiers: payload.identifiers,
        },
        each('/names/0'),
      );
    case 'event': {
      const participants = [...new Set(known(payload.participants))];
      const told = payload.date === null ? [] : partsOf(passages, 'date');
      return filled(
        'event',
        {
          title: payload.title,
          type: payload.type,
          date: payload.date ?? '',
          place: payload.place,
          participants: participants.map((actor) => ({ actor, role: 'participant' })),
        },
        [
          // A day that no words of the text tell rests on nothing.
          ...(told.length === 0 ? each('/title') : each('/date', told)),
          ...(changed.has('participants') ? [] : participants.flatMap((_, index) => each(`/participants/${index}`))),
        ],
      );
    }
    case 'programme': {
      const provisions = parts.flatMap((part) =>
        part.proposal.kind === 'provision' ? { payload: part.proposal.payload, passages: part.passages } : [],
      );
      return filled(
        'programme',
        {
          title: payload.title,
          summary: payload.summary,
          status: payload.status,
          nature: payload.nature,
          period: payload.period,
          parties: [...new Set(known(payload.parties))],
          provisions: provisions.map((provision) => provisionOf(provision.payload)),
        },
        [
          ...each('/summary'),
          // What no passage says rests on none: the desk tells it as lacking.
          ...(payload.nature === null ? [] : each('/nature', partsOf(passages, 'nature'))),
          ...each('/status', partsOf(passages, 'status')),
          ...(payload.period === null ? [] : each('/period', partsOf(passages, 'period'))),
          ...(known(payload.parties).length === 0 ? [] : each('/parties', partsOf(passages, 'parties'))),
          ...provisions.flatMap((provision, index) => [
            ...each(`/provisions/${index}/scope`, partsOf(provision.passages, 'main')),
            ...(provision.payload.force === null
              ? []
              : each(`/provisions/${index}/force`, partsOf(provision.passages, 'force'))),
          ]),
        ],
      );
    }
    case 'issue':
      // A question asserts nothing: the passage raises it.
      return filled(
        'issue',
        { question: payload.question ?? '', shortTitle: payload.shortTitle },
        each('/question', main, 'context'),
      );
    case 'statement':
      return statementOf(payload, passages, setting);
    case 'position':
      return positionOf(payload, passages, setting, parts);
    case 'commitment': {
      const owedBy = [...new Set(known(payload.owedBy))];
      const owedTo = [...new Set(known(payload.owedTo))];
      return filled(
        'commitment',
        {
          title: payload.title,
          summary: payload.summary,
          owedBy: owedBy.length === 0 ? [''] : owedBy,
          owedTo,
          programme: one(payload.programme),
          steps: [{ step: payload.step, date: payload.date ?? by ?? '', event: null, note: null }],
        },
        [
          ...(changed.size === 0 ? [] : each('/title', main, 'context')),
          ...(changed.has('owedBy') ? [] : each('/owedBy')),
          ...(changed.has('owedTo') || owedTo.length === 0 ? [] : each('/owedTo')),
          ...(changed.has('step') || changed.has('date') ? [] : each('/steps/0')),
        ],
      );
    }
  }
}

/** A position with the turns that the text tells of it. */
function positionOf(
  payload: PayloadOf<'position'>,
  passages: readonly ProposalPassage[],
  { resolve, cite, by }: Setting,
  parts: readonly Part[],
): Drafted {
  const turns: DraftedTurn[] = [];
  const again = parts.flatMap((part) =>
    part.proposal.kind === 'position' ? { payload: part.proposal.payload, passages: part.passages } : [],
  );
  const told = [{ payload, passages }, ...again].map((one) => ({
    ...one,
    payload: { ...one.payload, date: one.payload.date ?? by },
  }));
  const citations = told
    .toSorted((a, b) => byDay(a.payload.date, b.payload.date))
    .flatMap((one) => {
      const turn = tellTurn(turns, one.payload, one.payload.statement === null ? null : resolve(one.payload.statement));
      return partsOf(one.passages, 'main').map((passage) => cite(passage, `/turns/${turn ?? 0}`));
    });
  const [actor, issue] = [payload.actor, payload.issue].map((name) => (name === null ? '' : (resolve(name) ?? '')));
  return filled('position', { actor, issue, turns }, citations);
}

function statementOf(
  payload: PayloadOf<'statement'>,
  passages: readonly ProposalPassage[],
  { resolve, eventType, cite, author, publisher, source, repeats, by }: Setting,
): Drafted {
  const one = (name: string | null) => (name === null ? null : resolve(name));
  const speaker = one(payload.speaker);
  const said = partsOf(passages, 'main');
  const why = orElse(partsOf(passages, 'reason'), said);
  const date = payload.date ?? by ?? '';
  // That it was said by the day of the report is said by the report of it; another day by the words that tell it.
  const when = date === by ? said : partsOf(passages, 'date');
  return filled(
    'statement',
    {
      text: payload.text,
      speech: payload.speech,
      act: payload.act,
      speaker: speaker ?? '',
      capacity: payload.capacity,
      onBehalfOf: one(payload.onBehalfOf),
      date,
      event: one(payload.event),
      channel: payload.event !== null && eventType(payload.event) === 'press_conference' ? 'press_conference' : null,
      claims: payload.claims.map(({ issue, ...claim }) => ({ ...claim, issue: one(issue) })),
      attribution: [
        ...(speaker === null ? [] : [{ link: 'speaker', actor: speaker, name: null }]),
        { link: 'reporter', actor: null, name: author },
        ...(publisher.id === null && publisher.name === null
          ? []
          : [{ link: 'outlet', actor: publisher.id, name: publisher.id === null ? publisher.name : null }]),
      ],
      reports: [{ source, repeats }],
    },
    [
      ...partsOf(passages, 'speaker').map((passage) => cite(passage, '/speaker')),
      ...(payload.onBehalfOf === null ? [] : partsOf(passages, 'onBehalfOf')).map((passage) =>
        cite(passage, '/onBehalfOf'),
      ),
      ...when.map((passage) => cite(passage, '/date')),
      ...payload.claims.flatMap(({ role }, index) =>
        (role === 'reason' ? why : said).map((passage) => cite(passage, `/claims/${index}`)),
      ),
    ],
  );
}

/** A provision as its programme holds it. "Not mentioned" needs sources that a person has read in full. */
export const provisionOf = ({ subject, scope, force }: PayloadOf<'provision'>) => ({
  group: null,
  subject,
  scope,
  force,
  note: null,
  readInFull: [] as string[],
});

export const partsOf = (passages: readonly ProposalPassage[], wanted: ProposalPassage['part']) =>
  passages.filter(({ part }) => part === wanted);

const orElse = <T>(some: readonly T[], others: readonly T[]) => (some.length > 0 ? some : others);

const filled = (kind: Exclude<ProposalKind, 'provision'> & Kind, known: object, citations: Citation[]): Drafted => ({
  content: { ...blankContent(kind), ...known },
  citations,
});
