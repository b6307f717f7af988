import type { Transaction } from '@rapporteur/db/transaction';
import { canonicalJson } from '@rapporteur/domain/canonical';
import type { Language } from '@rapporteur/domain/translation/languages';
import { placeTexts, standingTexts } from '@rapporteur/domain/translation/place';
import { checkTexts, type Texts } from '@rapporteur/domain/translation/texts';
import { approveTranslation, submitTranslation } from '../translation/review';
import { publishTranslationIn } from '../translation/publish';
import { saveTranslationIn } from '../translation/save';
import { asContent, contentsOf } from '../translation/texts';
import type { BundleBytes } from './bytes';
import type { Handles } from './handles';
import { fault, gather, handleOf, type Line } from './lines';
import type { Addressed } from './outline';
import { lineAgain, type Problems } from './parse';
import type { ImportPeople } from './people';

interface Context {
  bytes: BundleBytes;
  handles: Handles;
  people: ImportPeople;
  problems: Problems;
  /** Told how many lines are done. */
  onWritten: (done: number) => void;
}

/**
 * Publishes the translations of a bundle, each made from what is public of its record now: written by the importer, approved
 * and published by the reviewer. One that readers see with these very texts is left as it is. Answers how many there were.
 */
export async function publishTranslations(
  tx: Transaction,
  lines: readonly Addressed[],
  { bytes, handles, people, problems, onWritten }: Context,
): Promise<{ translated: number; unchanged: number }> {
  const done = { translated: 0, unchanged: 0 };
  const seen = new Set<string>();
  for (const [index, place] of lines.entries()) {
    const value = await lineAgain(bytes, place, 'translation');
    await gather(problems, place.line, async () => {
      const name = `${handleOf(value)} in ${value.language}`;
      if (seen.has(name)) throw fault('/language', `${name} stands twice in the bundle`);
      seen.add(name);
      done[await publishOne(tx, value, handles, people)] += 1;
    });
    onWritten(index + 1);
  }
  return done;
}

async function publishOne(
  tx: Transaction,
  value: Line<'translation'>['value'],
  handles: Handles,
  people: ImportPeople,
): Promise<'translated' | 'unchanged'> {
  const { language, texts } = value;
  const id = handles.idOf(value);
  const live = id === null ? null : await tx.revision.findFirst({ where: { recordId: id, state: 'live' } });
  if (id === null || !live) throw fault('/slug', `there is no public ${value.kind} at ${value.slug}`);
  const newest = await tx.translation.findFirst({ where: { recordId: id, language }, orderBy: { number: 'desc' } });
  // Somebody's text is never written over.
  if (newest && ['draft', 'in_review', 'approved'].includes(newest.state))
    throw fault('/language', 'somebody is working on it at the desk; publish or give up that translation first');
  const shown = await textsShown(tx, { id, kind: value.kind, language }, live.content);
  const { texts: kept } = checkTexts(asContent(value.kind, live.content), texts);
  if (shown !== null && canonicalJson(shown) === canonicalJson(kept)) return 'unchanged';
  const target = (expectedVersion: number) => ({ id, language, expectedVersion });
  const draft = { ...target(newest?.lockVersion ?? 0), baseRevision: live.number, texts };
  const saved = await saveTranslationIn(tx, people.importer, draft);
  const submitted = await submitTranslation.in(tx, people.importer, target(saved.lockVersion));
  const approved = await approveTranslation.in(tx, people.reviewer, target(submitted.lockVersion));
  await publishTranslationIn(tx, people.reviewer, target(approved.lockVersion));
  return 'translated';
}

/** What readers see of a record in a language, by the fields of its public content; null where it is not translated. */
async function textsShown(
  tx: Transaction,
  { id, kind, language }: { id: string; kind: Line<'translation'>['value']['kind']; language: Language },
  content: unknown,
): Promise<Texts | null> {
  const live = await tx.translation.findFirst({ where: { recordId: id, language, state: 'live' } });
  if (!live) return null;
  const bases = await contentsOf(tx, [{ recordId: id, number: live.baseRevision }]);
  const base = asContent(kind, bases.get(`${id}@${live.baseRevision}`));
  return standingTexts(placeTexts(base, asContent(kind, content), live.texts as Texts));
}
