import type { Choice, ChoiceCounts } from '@rapporteur/domain/vote-views';
import type { RecordLink } from '@rapporteur/domain/views';
import { Chips, type Chip } from '../chips';
import { ChoiceTag } from '../record/choice-tag';
import { titleOf } from '../record-link';
import { text } from '../text';
import { word } from '../words';
import { votesAddress, votesPath, type AskedVotes } from './address';
import { FilterBoxes, FilterForm, issueAmong, type Unnamed } from './filter-form';
import { sharedChips } from './shared-chips';

interface Props {
  record: RecordLink;
  asked: AskedVotes;
  issues: readonly RecordLink[];
  /** With whose votes they are compared. */
  other: RecordLink | null;
  unnamed: Unnamed | null;
  /** The choices to which they can be narrowed. */
  possible: readonly Choice[];
  /** How often each choice was made, where that is counted. */
  counts?: ChoiceCounts | undefined;
}

/** What the votes of an actor can be narrowed to and compared with, and what they are. */
export function VotesForm({ record, asked, issues, other, unnamed, possible, counts }: Props) {
  const t = text('votes');
  const { filter, misread } = asked;
  return (
    <>
      <FilterForm
        action={votesPath(record)}
        label={t('form.label')}
        filter={filter}
        misread={misread}
        issues={issues}
        actor={{
          name: 'with',
          label: t('form.with'),
          value: other?.slug ?? null,
          unnamed,
          hrefOf: ({ slug }) => votesAddress(record, { ...asked, with: slug }),
        }}
      >
        <FilterBoxes
          name="choice"
          legend={other === null ? t('form.choices') : t('form.choicesOf', { actor: titleOf(record) })}
          from={possible}
          chosen={filter.choices}
          count={counts && ((choice) => counts[choice])}
        >
          {(choice) => <ChoiceTag choice={choice} />}
        </FilterBoxes>
      </FilterForm>
      <Chips chips={chipsOf({ record, asked, issues, other })} />
    </>
  );
}

function chipsOf({ record, asked, issues, other }: Pick<Props, 'record' | 'asked' | 'issues' | 'other'>): Chip[] {
  const { filter } = asked;
  const without = (change: Partial<AskedVotes['filter']>) =>
    votesAddress(record, { ...asked, filter: { ...filter, ...change } });
  return [
    ...filter.choices.map((choice) => ({
      label: word(choice),
      href: without({ choices: filter.choices.filter((each) => each !== choice) }),
    })),
    ...sharedChips(filter, issueAmong(issues, filter.issue), without),
    ...(other === null
      ? []
      : [
          {
            label: text('votes')('comparedWith', { actor: titleOf(other) }),
            href: votesAddress(record, { ...asked, with: null }),
          },
        ]),
  ];
}
