import type { Act } from '../../extraction';
import type { Pronoun, SpeakerWords } from '../speaker-words';

/** What is to be known of a language to find direct speech, reported clauses and their speakers in it. Lower case throughout. */
export interface Frame extends SpeakerWords {
  /** Finite forms, one word each, before or after what was said ("sagte", "заявив"). */
  verbs: ReadonlyMap<string, Act>;
  /** Forms that need an auxiliary before them ("a déclaré"). */
  participles: ReadonlyMap<string, Act>;
  /** Auxiliaries, and those that hold a pronoun ("a-t-il"). */
  auxiliaries: ReadonlySet<string>;
  /** Forms that go with the speaker of the sentence ("ajoutant que"). */
  gerunds: ReadonlyMap<string, Act>;
  /** Verbs that need a noun right before them ("aggodalmát | fejezte ki"), which is part of the cue. */
  lights?: ReadonlySet<string>;
  /** Words after a verb that belong to it ("fügte … hinzu", "fait savoir"): they are made part of the cue. */
  particles: ReadonlySet<string>;
  /** Words that may stand between an auxiliary and its participle, or before a verb. */
  adverbs: ReadonlySet<string>;
  /** "que", "dass", "hogy", "що". */
  that: ReadonlySet<string>;
  /** Cues whose content is a noun phrase ("a critiqué le rapprochement"). */
  objects: ReadonlySet<string>;
  /** Infinitives after a participle that are part of the cue ("a dit regretter"). */
  infinitives: ReadonlySet<string>;
  /** What an infinitive is that follows a cue as its content ("affirme détenir", "пообіцяла виділити"); null where none does. */
  infinitive: RegExp | null;
  /** Cues that no particle belongs to ("warnte vor"). */
  noParticle: ReadonlySet<string>;
  /** Cues whose particle ends their clause ("wies die Vorwürfe zurück"): what stands between is their content. */
  separable: ReadonlyMap<string, string>;
  /** Cues that need the word after them and are none without ("sprach von"): the content is what follows. */
  paired: ReadonlyMap<string, string>;
  /** Cues whose content begins with those who are asked ("a appelé les deux à parler"). */
  recipients: ReadonlySet<string>;
  /** Days, which may stand between a verb and its subject or object ("a exclu mardi l'envoi"). */
  days: ReadonlySet<string>;
  /** "selon X", "laut X", "за словами X": the words before the name. */
  according: readonly string[][];
  /** "Pour X, …" at the beginning of a sentence: the word before the name. */
  opinion: ReadonlySet<string>;
  /** "X szerint": the word after the name. */
  accordingAfter: ReadonlySet<string>;
  /** "so der Minister", after a comma. */
  so: ReadonlySet<string>;
  /** Verbs without a person ("йдеться в заяві"), and the words before the document that is read from. */
  impersonal: ReadonlySet<string>;
  within: ReadonlySet<string>;
  /** "Про це заявив X", "Dies erklärte X": what was said is the sentence before. */
  pointing: readonly string[][];
  /** A noun phrase ends before one of these. */
  ends: ReadonlySet<string>;
  /** A noun phrase ends before a word of this shape (Hungarian "szerdán", "Brüsszelben"). */
  endings: RegExp | null;
  /** Words that open a sentence and are no part of its subject. */
  openers: ReadonlySet<string>;
  /** After a quotation and a comma these begin what the reporter adds. */
  asides: readonly string[][];
  /** Words before a gerund ("en ajoutant"). */
  gerundLeads: ReadonlySet<string>;
  /** After a subject they say that nothing was said. */
  negations: ReadonlySet<string>;
  /** After a comma these begin a clause that is not what was said. */
  notClauses: ReadonlySet<string>;
  /** An article after a name begins another phrase ("Szijjártó Péter a NATO …"). */
  articleEnds: boolean;
  /** Every noun has a capital letter, so that the first word after one in small letters ends its phrase ("laut X kam es"). */
  nounCapitals: boolean;
  /** A clause may follow after a comma alone ("sagte, man wolle"). */
  bareClause: boolean;
  /** The subject may be left out ("mondta"): it is then the last speaker. */
  dropsSubject: boolean;
}

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).filter(Boolean));

/** A German set of what people are, which holds its compounds too: "Wehrsprecher", "Oppositionschefin". */
class CompoundWords extends Set<string> {
  override has(word: string): boolean {
    if (super.has(word)) return true;
    const head =
      /(?<=...)(?:minister|sprecher|politiker|expert|beauftragt|vorsitzend|chef|präsident|direktor|leiter|kommissar|sekretär|botschafter|kanzler|führer)(?:in|e|er)?$/u.exec(
        word,
      )?.[0];
    return head !== undefined && super.has(head);
  }
}

export const compounds = (words: string): ReadonlySet<string> => new CompoundWords(wordSet(words));

/** "m: he; f: she" and so on. */
export function pronounsOf(table: Partial<Record<Pronoun, string>>): ReadonlyMap<string, Pronoun> {
  return new Map(
    (Object.entries(table) as [Pronoun, string][]).flatMap(([what, words]) =>
      [...wordSet(words)].map((word): [string, Pronoun] => [word, what]),
    ),
  );
}

/** "asserts: sagte sagt; denies: bestritt" as a map from word to act. */
export function wordActs(table: Partial<Record<Act, string>>): ReadonlyMap<string, Act> {
  return new Map(
    (Object.entries(table) as [Act, string][]).flatMap(([act, words]) =>
      [...wordSet(words)].map((word): [string, Act] => [word, act]),
    ),
  );
}
