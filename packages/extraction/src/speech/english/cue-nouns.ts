import type { Act } from '../../extraction';

/** Nouns that make a cue with a light verb: "voiced concern over …", "expressed hope that …". */
const table: Record<Act, string> = {
  asserts: `hope hopes confidence concern concerns regret regrets satisfaction gratitude condolences belief conviction view views
    opinion dismay alarm doubt doubts doubtfulness scepticism skepticism optimism pessimism interest frustration anger sympathy
    disappointment appreciation thanks position remark remarks fear fears worry worries pride sorrow certainty expectation
    reservations sadness outrage indignation surprise astonishment sadness unease understanding awareness point importance need`,
  denies: '',
  refuses: 'refusal unwillingness reluctance',
  supports: 'support solidarity backing approval endorsement praise agreement welcome',
  opposes: 'opposition objection objections condemnation disapproval disagreement criticism rejection protest protests',
  proposes: 'desire wish demand demands proposal recommendation recommendations call calls appeal request preference',
  warns: 'warning warnings caution ultimatum',
  commits:
    'readiness willingness commitment commitments determination resolve intention assurance assurances pledge promise guarantee openness',
};

export const cueNouns: ReadonlyMap<string, Act> = new Map(
  (Object.entries(table) as [Act, string][]).flatMap(([act, words]) =>
    words
      .split(/\s+/)
      .filter(Boolean)
      .map((word): [string, Act] => [word, act]),
  ),
);

/** Nouns that make a cue only where a clause with "that" follows: "made the claim that …", "repeated his denial that …". */
const withClause: Partial<Record<Act, string>> = {
  asserts: `claim claims assertion assertions allegation allegations argument arguments observation prediction predictions suggestion
    suggestions complaint complaints contention insistence declaration statement case point charge accusation accusations theory`,
  denies: 'denial denials',
  warns: 'threat threats',
  commits: 'vow vows promises pledges guarantees',
};

export const clauseNouns: ReadonlyMap<string, Act> = new Map(
  (Object.entries(withClause) as [Act, string][]).flatMap(([act, words]) =>
    words.split(/\s+/).map((word): [string, Act] => [word, act]),
  ),
);
