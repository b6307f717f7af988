import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ActorKind, Language, Span } from '@rapporteur/extraction/extraction';

/** A statement as a person marked it. Spans count code points of the body. */
export interface MarkedStatement {
  n: number;
  speaker: string | null;
  kind: 'direct' | 'indirect';
  cue: string | null;
  cue_span: Span | null;
  content_spans: Span[];
  date: { text: string; edtf: string | null } | null;
  headline: boolean;
  nested: boolean;
  media: boolean;
}

/** A text with all that a person found in it. */
export interface AnnotatedText {
  id: string;
  language: Language;
  published: string | null;
  body: string;
  statements: MarkedStatement[];
  /** `first` is where the first mention begins. */
  actors: { name: string; kind: ActorKind; first: number }[];
  /** `edtf` is null where the text alone does not tell which day is meant. */
  dates: { text: string; edtf: string | null; first: number }[];
}

/** Which texts of a folder are wanted: their numbers, such as "003". An empty `only` is all of them. */
export interface Choice {
  only: readonly string[];
  leaveOut: readonly string[];
}

/** The annotated texts of a folder, in the order of their numbers: `NNN.txt` (header lines, `---`, body) with `NNN.json`. */
export function readAnnotated(folder: string, { only, leaveOut }: Choice): AnnotatedText[] {
  const there = readdirSync(folder)
    .filter((name) => /^\d+\.json$/.test(name))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted();
  for (const id of [...only, ...leaveOut]) {
    if (!there.includes(id)) throw new Error(`There is no ${id}.json in ${folder}; there is ${there.join(', ')}.`);
  }
  const chosen = there.filter((id) => (only.length === 0 || only.includes(id)) && !leaveOut.includes(id));
  if (chosen.length === 0)
    throw new Error(`${folder} holds no annotated text (NNN.txt with NNN.json) of those chosen.`);
  return chosen.map((id) => readOne(folder, id));
}

function readOne(folder: string, id: string): AnnotatedText {
  const whole = readFileSync(path.join(folder, `${id}.txt`), 'utf8');
  const rule = '---\n';
  const body = whole.slice(whole.indexOf(rule) + rule.length);
  const { lang, ...marked } = JSON.parse(readFileSync(path.join(folder, `${id}.json`), 'utf8')) as Omit<
    AnnotatedText,
    'language' | 'body'
  > & { lang: Language };
  return { ...marked, id, language: lang, body };
}
