import type { Act } from '../../extraction';
import type { Token } from '../../text/tokens';
import type { Construction, Draft } from '../draft';
import type { Range, Unit } from '../unit';
import type { Frame } from './frame';

/** One unit as it is taken apart. */
export interface Work {
  unit: Unit;
  low: number;
  tokens: Token[];
  frame: Frame;
  drafts: Draft[];
}

/** A statement of a cue; where it names no speaker, that of the statement before goes on. */
export function draftOf(
  { unit, drafts }: Work,
  cue: Range & { act: Act },
  speaker: Range | null,
  content: Range[],
  construction: Construction,
  confidence: number,
): Draft {
  return {
    speaker,
    shared: speaker ? null : (drafts.at(-1) ?? null),
    cue: { from: cue.from, to: cue.to },
    content,
    direct: false,
    clause: true,
    act: cue.act,
    construction,
    confidence,
    headline: false,
    within: null,
    paragraph: unit.paragraph,
  };
}
