import { RapporteurError } from '@rapporteur/domain/errors';
import { kindOfId } from '@rapporteur/domain/ids';
import { kindOfSegment, type Kind } from '@rapporteur/domain/kinds';
import { parsePermalink } from '@rapporteur/domain/permalink';
import { slugSchema } from '@rapporteur/domain/slug';
import type { RecordAnswer, RecordView } from '@rapporteur/domain/views';
import { z } from 'zod';
import type { PublicCaller } from './source';

/** How a tool is told which record is meant. */
export const namedRecord = z
  .string()
  .min(1)
  .max(300)
  .describe(
    'A record: its id (stm_…), a permalink (/r/stm_…@3), or its address (/statements/some-slug), with or without the origin.',
  );

type Named = { id: string; revision?: number } | { kind: Kind; slug: string };

/** Reads how a record is named. Throws `invalid_input`. */
export function readName(text: string): Named {
  const path = text.trim().replace(/^https?:\/\/[^/]+/, '');
  if (kindOfId(path) !== null) return { id: path };
  if (path.includes('@')) return parsePermalink(path);
  const [, segment = '', slug = ''] = /^\/?([a-z]+)\/([^/]+)$/.exec(path) ?? [];
  const kind = kindOfSegment(segment);
  if (kind === null || !slugSchema.safeParse(slug).success)
    throw new RapporteurError(
      'invalid_input',
      `"${text.slice(0, 80)}" names no record. Give its id (stm_…), a permalink (/r/stm_…@3) or an address (/statements/some-slug).`,
    );
  return { kind, slug };
}

/** What stands under a name. Throws `not_found` for what is not public, exactly as for what never was. */
export async function answerTo(api: PublicCaller, text: string): Promise<RecordAnswer> {
  const name = readName(text);
  const answer =
    'id' in name && name.revision !== undefined
      ? ((await api.record.permalink({ id: name.id, revision: name.revision }))?.answer ?? null)
      : await api.record.get('id' in name ? { id: name.id } : name);
  if (answer === null)
    throw new RapporteurError('not_found', `Nothing is on record under "${text.slice(0, 80)}" then.`);
  return answer;
}

/** The record that is public under a name; one that was merged is read where it went. Throws `gone` for a withdrawn one. */
export async function liveRecord(api: PublicCaller, text: string): Promise<RecordView> {
  const first = await answerTo(api, text);
  const answer = first.found === 'merged' ? await answerTo(api, first.into.id) : first;
  if (answer.found === 'live') return answer.record;
  const reason = answer.found === 'withdrawn' ? answer.tombstone.reason : 'it was merged twice';
  throw new RapporteurError('gone', `This record was withdrawn: ${reason}`);
}
