import { afterAll, beforeAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '@rapporteur/db/testing/database';
import type { ProgrammeContent } from '@rapporteur/domain/content/programme';
import { VersionConflict } from '@rapporteur/domain/errors';
import type { Choice, Conflict } from '@rapporteur/domain/merge/conflict';
import { mergeRecord, resolveRecord, type RecordText } from '@rapporteur/domain/merge/merge-record';
import type { Caller } from '../policy';
import { createDraft } from '../record/create';
import { currentText } from '../record/desk-record';
import { saveDraft } from '../record/save';
import { programmeOf, provisionOf } from '../testing/programme';
import { keepText } from './keep';
import { getWorkingCopy } from './read';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const beginning = programmeOf(['training of officers', 'supply of grain', 'clearing of mines']);

/** One editor at the desk: what they see, what they began from, and every word they typed. */
class Editor {
  base: { revision: number; version: number; text: RecordText };
  text: RecordText;
  readonly typed: string[] = [];
  private sequence = 0;
  constructor(
    readonly caller: NonNullable<Caller>,
    readonly id: string,
    text: RecordText,
  ) {
    this.base = { revision: 1, version: 1, text };
    this.text = text;
  }

  private get written() {
    return { clientId: this.caller.userId, sequence: ++this.sequence, seen: null };
  }

  /** Types a word that nobody else types, and lets the desk keep the text. Answers words that were removed on purpose. */
  async type({ act, at }: Act, word: string): Promise<string[]> {
    const content = structuredClone(this.text.content) as ProgrammeContent;
    const { provisions } = content;
    const target = provisions[at % Math.max(1, provisions.length)];
    let removed: string[] = [];
    if (act === 'summary') content.summary = `${content.summary} ${word}`;
    else if (act === 'title') content.title = `${word} ${content.title}`;
    else if (act === 'add')
      provisions.splice(at % (provisions.length + 1), 0, provisionOf(`${word} of something else`));
    else if (target === undefined) return [];
    else if (act === 'note') target.note = `${target.note ?? 'Note:'} ${word}`;
    else if (act === 'reword') target.subject = `${target.subject} ${word}`;
    else if (act === 'move') provisions.push(...provisions.splice(at % provisions.length, 1));
    else removed = JSON.stringify(provisions.splice(at % provisions.length, 1)).match(/word\d+x/g) ?? [];
    if (act !== 'remove' && act !== 'move') this.typed.push(word);
    this.text = { ...this.text, content };
    await this.keep();
    return removed;
  }

  /** What the desk does by itself whenever the text has changed. */
  private async keep(): Promise<void> {
    const kept = await keepText(database.owner, this.caller, {
      id: this.id,
      kind: 'programme',
      slug: '',
      baseRevision: this.base.revision,
      baseVersion: this.base.version,
      ...this.text,
      note: null,
      change: null,
      written: this.written,
    });
    expect(kept.kept).toBe(true);
  }

  /** Saves; too late, merges with what is there now and saves again, as often as it takes. Answers how often. */
  async save(): Promise<number> {
    for (let tries = 1; ; tries++) {
      try {
        const saved = await saveDraft(database.owner, this.caller, {
          id: this.id,
          expectedVersion: this.base.version,
          content: this.text.content,
          citations: this.text.citations,
          written: this.written,
        });
        this.base = { revision: saved.revisionNumber, version: saved.lockVersion, text: this.text };
        return tries;
      } catch (error) {
        if (!(error instanceof VersionConflict) || tries > 10) throw error;
        await this.merge(error);
      }
    }
  }

  private async merge(refusal: VersionConflict): Promise<void> {
    const { revision: baseRevision, version: baseVersion } = this.base;
    const kept = await getWorkingCopy(database.owner, this.caller, this.id);
    if (kept !== null) expect(kept.content).toEqual(this.text.content);
    const now = await currentText(database.owner, this.caller, { id: this.id, baseRevision, baseVersion });
    expect(now.lockVersion).toBeGreaterThanOrEqual(refusal.current.lockVersion);
    expect(now.base?.content).toEqual(this.base.text.content);
    const theirs = { content: now.content, citations: [] };
    const merged = mergeRecord('programme', this.base.text, theirs, this.text);
    const choices = Object.fromEntries(merged.conflicts.map((conflict) => [conflict.path, choose(conflict)]));
    const { content, citations, conflicts } = resolveRecord(merged, choices);
    expect(conflicts).toEqual([]);
    this.base = { revision: now.revisionNumber, version: now.lockVersion, text: theirs };
    this.text = { content, citations };
    await this.keep();
  }
}

/** Both texts where that can be; otherwise whatever was not removed. */
function choose(conflict: Conflict): Choice {
  if (conflict.kind === 'order') return 'mine';
  if (conflict.both) return 'both';
  return conflict.theirs === undefined ? 'mine' : 'theirs';
}

interface Act {
  who: 0 | 1;
  act: 'summary' | 'title' | 'note' | 'reword' | 'add' | 'move' | 'remove' | 'save' | 'saveTogether';
  at: number;
}
const act: fc.Arbitrary<Act> = fc.record({
  who: fc.constantFrom(0, 1),
  act: fc.constantFrom('summary', 'title', 'note', 'reword', 'add', 'move', 'remove', 'save', 'saveTogether'),
  at: fc.nat(20),
});

test('two editors who save over each other lose no word, in sixty random runs', async () => {
  let run = 0;
  let late = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      run += 1;
      const draft = await createDraft(
        database.owner,
        { userId: 'first', role: 'editor' },
        { kind: 'programme', slug: `run-${run}`, content: beginning, citations: [] },
      );
      const text = { content: beginning, citations: [] };
      const editors = ['first', 'second'].map((userId) => new Editor({ userId, role: 'editor' }, draft.id, text)) as [
        Editor,
        Editor,
      ];
      const removed = new Set<string>();
      for (const [index, { who, act: what, at }] of acts.entries()) {
        if (what === 'save') late += (await editors[who].save()) - 1;
        else if (what === 'saveTogether') {
          const tries = await Promise.all(editors.map((editor) => editor.save()));
          late += tries.reduce((sum, count) => sum + count - 1, 0);
        } else for (const word of await editors[who].type({ who, act: what, at }, `word${index}x`)) removed.add(word);
      }
      for (const editor of editors) late += (await editor.save()) - 1;

      const revisions = await database.owner.revision.findMany({ where: { recordId: draft.id } });
      expect(revisions.map(({ number }) => number)).toEqual([1]);
      const end = JSON.stringify(revisions[0]?.content);
      for (const word of editors.flatMap(({ typed }) => typed)) if (!removed.has(word)) expect(end).toContain(word);
      expect(await database.owner.workingCopy.count({ where: { recordId: draft.id, spentAt: null } })).toBe(0);
    }),
    { numRuns: 60, endOnFailure: true },
  );
  expect(run).toBeGreaterThanOrEqual(60);
  // Runs in which nobody was ever too late would prove nothing.
  expect(late).toBeGreaterThan(60);
}, 300_000);
