import type { PrismaClient } from '@rapporteur/db/generated/client';
import type { AnyPayload, ProposalPassage } from '@rapporteur/domain/intake/proposal';
import { codePointLength, type Place } from '@rapporteur/domain/passage';
import { matchAll } from '../intake/matches';
import { beginReading, keepReading, type Read } from '../intake/reading';
import type { Proposed } from '../intake/suggestion';
import { takeIn } from '../intake/take-in';
import type { Caller } from '../policy';

/** A proposal that rests on words which the text holds. */
export function proposal(text: string, words: string, payload: AnyPayload, confidence = 0.9): Proposed {
  const passages = [{ part: 'main' as const, ...placeOf(text, words) }];
  return { proposal: payload, passages, reason: 'It says so.', confidence };
}

/** A proposal of which other words of the text say single fields. */
export function alsoSaid(
  text: string,
  proposed: Proposed,
  said: Partial<Record<ProposalPassage['part'], string>>,
): Proposed {
  const more = Object.entries(said).map(([part, words]) => ({
    part: part as ProposalPassage['part'],
    ...placeOf(text, words),
  }));
  return { ...proposed, passages: [...proposed.passages, ...more] };
}

function placeOf(text: string, words: string): Place {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`the text has no "${words}"`);
  const start = codePointLength(text.slice(0, at));
  return { start, end: start + codePointLength(words) };
}

/** A text that was pasted, and read as the worker reads it, with these proposals. Answers its id. */
export async function readItem(
  db: PrismaClient,
  caller: Caller,
  text: string,
  proposed: readonly Proposed[],
  more: Partial<Read> = {},
): Promise<string> {
  const [id = ''] = (await takeIn(db, caller, { items: [{ way: 'paste', text }] })).ids;
  await beginReading(db, id);
  const matches = await matchAll(db, proposed);
  await keepReading(
    db,
    id,
    { ...unknown, text, ...more },
    proposed.map((one, index) => ({ ...one, matches: matches[index] ?? [] })),
  );
  return id;
}

/** What a text tells of itself where it tells nothing. */
export const unknown = {
  title: null,
  publisher: null,
  author: null,
  published: null,
  language: 'en',
  canonicalAddress: null,
  warnings: [],
  bands: [],
  nearTexts: [],
};
