import { bounds, parseEdtf } from '@rapporteur/domain/edtf';
import type { ProgrammeAround } from '@rapporteur/domain/programme/views';
import type { ViewOf } from '@rapporteur/domain/views';
import { CommitmentSteps } from '../commitment-steps';
import { Editions } from '../editions';
import { Marks, marksFor, marksOfNotes, marksWithin } from '../evidence-mark';
import { Section } from '../record-head';
import { hrefOf, RecordLink, titleOf } from '../record-link';
import { StanceTag, TurnTag } from '../terms';
import { text } from '../text';
import { Timeline, type Moment } from '../timeline';
import { word } from '../words';

/** The most moments of one timeline: the newest, so that what is told last is where things stand. */
const mostMoments = 60;

/** The editions of the line beside one another; nothing where there is no other. */
export function EditionsOf({ record, around }: { record: ViewOf<'programme'>; around: ProgrammeAround | null }) {
  if (around === null || around.editions.length < 2) return null;
  return (
    <Section id="editions" title={text('board')('editions.title')}>
      <Editions editions={around.editions} own={record.id} />
    </Section>
  );
}

/** What is owed under a programme, and how far it has come. */
export function CommitmentsOf({ around }: { around: ProgrammeAround | null }) {
  if (around === null || around.commitments.length === 0) return null;
  return (
    <Section id="commitments" title={text('board')('commitments.title')}>
      <ul className="owed">
        {around.commitments.map(({ record, owedBy, steps }) => (
          <li key={record.id}>
            <h3>
              <RecordLink record={record} />
            </h3>
            <p className="hint">
              {text('board')('commitments.owedBy')}{' '}
              {owedBy.map((party, index) => (
                <span key={party.id}>
                  {index === 0 ? '' : ', '}
                  <RecordLink record={party} />
                </span>
              ))}
            </p>
            <CommitmentSteps steps={steps} citations={[]} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What happened around a programme, in the time of the world; a day that is not on record is not made up. */
export function TimelineOf({ record, around }: { record: ViewOf<'programme'>; around: ProgrammeAround | null }) {
  if (around === null) return null;
  const moments = momentsOf(record, around)
    .toSorted((a, b) => (whenOf(a.date) < whenOf(b.date) ? -1 : whenOf(a.date) > whenOf(b.date) ? 1 : 0))
    .slice(-mostMoments)
    .map((moment) => ({ ...moment, ahead: (bounds(moment.date).lower ?? '') > around.until }));
  if (moments.length < 2) return null;
  return (
    <Section id="timeline" title={text('board')('timeline.title')}>
      <Timeline moments={moments} />
    </Section>
  );
}

/** By when something has happened, for the order of a timeline. */
function whenOf(date: string): string {
  const { lower, upper } = bounds(date);
  // Of what was over by the same day, what may have been earlier comes first.
  return `${upper ?? lower ?? ''} ${lower ?? ''}`;
}

function momentsOf({ content, citations, positions }: ViewOf<'programme'>, around: ProgrammeAround): Moment[] {
  const t = text('board');
  const { setOut, commitments } = around;
  return [
    ...(setOut === null
      ? []
      : [
          {
            key: 'set-out',
            date: setOut.date,
            title: (
              <>
                {t('timeline.setOut')} <RecordLink record={setOut.event} />
                <Marks of={marksWithin(citations, '/setOutAt')} />
              </>
            ),
          },
        ]),
    ...periodMoments(content.period).map(({ date, what }) => ({
      key: what,
      date,
      title: (
        <>
          {t(`timeline.${what}`)}
          <Marks of={marksFor(citations, '/period')} />
        </>
      ),
    })),
    ...commitments.flatMap(({ record, steps }) =>
      steps.map(({ step, date }, index) => ({
        key: `${record.id} ${index}`,
        date,
        title: (
          <>
            {word(step)}: <RecordLink record={record} />
          </>
        ),
      })),
    ),
    ...positions.flatMap(({ record, actor, issue, turns }) =>
      turns
        .map((turn, index) => ({ turn, key: `${record.id} ${index}` }))
        // To say the same again moves nothing.
        .filter(({ turn }) => turn.turn !== 'restated')
        .map(({ turn, key }) => ({
          key,
          date: turn.date,
          title: (
            <>
              <a href={hrefOf(record)}>{titleOf(actor)}</a>
              <Marks of={marksOfNotes(citations, turn.notes)} />
            </>
          ),
          body: (
            <p className="turn-line">
              <TurnTag turn={turn.turn} /> <StanceTag stance={turn.stance} /> <span>{titleOf(issue)}</span>
            </p>
          ),
        })),
    ),
  ];
}

/** Where a period begins and ends, as far as both are on record. */
function periodMoments(period: string | null): { date: string; what: 'begins' | 'ends' }[] {
  if (period === null) return [];
  const edtf = parseEdtf(period);
  const { lower, upper } = bounds(edtf);
  if (edtf.type === 'date') {
    return [
      { date: lower ?? period, what: 'begins' as const },
      { date: upper ?? period, what: 'ends' as const },
    ];
  }
  const [start = '', end = ''] = period.split('/');
  return [
    ...(typeof edtf.start === 'object' ? [{ date: start, what: 'begins' as const }] : []),
    ...(typeof edtf.end === 'object' ? [{ date: end, what: 'ends' as const }] : []),
  ];
}
