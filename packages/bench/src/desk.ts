import { createDraft } from '@rapporteur/core/record/create';
import { publish } from '@rapporteur/core/record/publish';
import type { CommandResult } from '@rapporteur/core/record/result';
import { approve } from '@rapporteur/core/record/review';
import { saveDraft } from '@rapporteur/core/record/save';
import { submit } from '@rapporteur/core/record/submit';
import { storeText, type StoredText } from '@rapporteur/core/source/text';
import type { Caller } from '@rapporteur/core/policy';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import type { ContentOf } from '@rapporteur/domain/content/content';
import type { Kind } from '@rapporteur/domain/kinds';
import { selectPassage } from '@rapporteur/domain/passage';

const words = 'The delegate said that the talks would go on in the spring.';

/** Two people and one source: the least with which anything can be published. */
export class Desk {
  private constructor(
    private readonly owner: PrismaClient,
    private readonly author: Caller,
    readonly publisher: Caller,
    private readonly text: StoredText,
    readonly source: string,
  ) {}

  static async open(owner: PrismaClient): Promise<Desk> {
    const people = [
      { id: 'bench-author', name: 'Author', email: 'author@bench.invalid', role: 'editor' },
      { id: 'bench-publisher', name: 'Publisher', email: 'publisher@bench.invalid', role: 'publisher' },
    ] as const;
    await owner.user.createMany({ data: [...people] });
    const [author, publisher] = people.map(({ id, role }) => ({ userId: id, role }));
    const text = await transaction(owner, (tx) => storeText(tx, `${words}\n`.repeat(3)));
    const desk = new Desk(owner, author ?? null, publisher ?? null, text, '');
    const content: ContentOf<'source'> = {
      title: 'A dispatch made for measuring',
      form: 'dispatch',
      publisher: null,
      author: null,
      language: 'en',
      published: '2001-02-03',
      address: null,
      archivedAddress: null,
      rights: 'full',
      licence: null,
      note: null,
      versions: [{ sha256: text.sha256, fetched: '2024-01-01T00:00:00Z' }],
    };
    const { id } = await desk.publishNew('source', 'measured-source', content, []);
    return new Desk(owner, author ?? null, publisher ?? null, text, id);
  }

  /** Publishes a new record; every named field rests on the same passage. */
  async publishNew<K extends Kind>(
    kind: K,
    slug: string,
    content: ContentOf<K>,
    fields: readonly string[],
  ): Promise<CommandResult> {
    const draft = await createDraft(this.owner, this.author, { kind, slug, content, citations: this.cite(fields) });
    return (await this.review(draft))();
  }

  /** Makes a new record that is approved and waits to be published. */
  async approveNew<K extends Kind>(
    kind: K,
    slug: string,
    content: ContentOf<K>,
    fields: readonly string[],
  ): Promise<CommandResult> {
    return this.approve(
      await createDraft(this.owner, this.author, { kind, slug, content, citations: this.cite(fields) }),
    );
  }

  /** Saves a change of a record that is public as a new draft. */
  save<K extends Kind>(live: CommandResult, content: ContentOf<K>, fields: readonly string[]): Promise<CommandResult> {
    const target = { id: live.id, expectedVersion: live.lockVersion };
    const input = { ...target, content, citations: this.cite(fields), change: 'update' } as const;
    return saveDraft(this.owner, this.author, input);
  }

  /** Takes a draft through review, and hands back the command that publishes it. */
  async review(draft: CommandResult): Promise<() => Promise<CommandResult>> {
    const approved = await this.approve(draft);
    return () => publish(this.owner, this.publisher, { id: draft.id, expectedVersion: approved.lockVersion });
  }

  private async approve({ id, lockVersion }: CommandResult): Promise<CommandResult> {
    const submitted = await submit(this.owner, this.author, { id, expectedVersion: lockVersion });
    return approve(this.owner, this.publisher, { id, expectedVersion: submitted.lockVersion });
  }

  cite(fields: readonly string[]): unknown[] {
    const passage = { source: this.source, ...selectPassage(this.text.text, 0, words.length, this.text.sha256) };
    return fields.map((field) => ({ field, role: 'supports', passage }));
  }
}
