import type { Transaction } from '@rapporteur/db/transaction';
import { anchor } from '@rapporteur/domain/anchor';
import type { Citation } from '@rapporteur/domain/content/citation';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { fromZod } from '@rapporteur/domain/from-zod';
import { selectPassage } from '@rapporteur/domain/passage';
import { storeText, type StoredText } from '../source/text';
import { bundleVersionOfText, type BundleCitation, type RecordLine } from './format';
import type { Handles } from './handles';
import { fault, gather, type Line } from './lines';
import type { Problems } from './parse';

/** The texts that the citations of a bundle quote: those it brings, else those of public sources. */
export class SourceTexts {
  private readonly found = new Map<string, StoredText | null>();

  private constructor(
    private readonly tx: Transaction,
    private readonly brought: ReadonlyMap<string, readonly StoredText[]>,
  ) {}

  /** Stores the texts of the bundle's sources. */
  static async store(
    tx: Transaction,
    records: readonly Line<'record'>[],
    handles: Handles,
    problems: Problems,
  ): Promise<SourceTexts> {
    const brought = new Map<string, StoredText[]>();
    for (const { line, value } of records.filter(({ value }) => value.kind === 'source')) {
      await gather(problems, line, async () => {
        brought.set(handles.idOf(value) ?? '', await storeVersions(tx, value.content));
      });
    }
    return new SourceTexts(tx, brought);
  }

  /** The content of a source with the fingerprints of its texts in place of them. */
  withFingerprints(id: string, content: unknown): unknown {
    const texts = this.brought.get(id);
    const versions: unknown = typeof content === 'object' && content !== null && Reflect.get(content, 'versions');
    if (!texts || !Array.isArray(versions)) return content;
    const filed = versions.map((version: { fetched?: unknown }, index) => ({
      sha256: texts[index]?.sha256,
      fetched: version.fetched,
    }));
    return { ...(content as object), versions: filed };
  }

  /** Finds the quotes of a record in their sources. Refuses quotes that are not there, or there more than once. */
  async anchor({ citations }: RecordLine, handles: Handles): Promise<Citation[]> {
    const issues: FieldIssue[] = [];
    const anchored: Citation[] = [];
    for (const [index, citation] of citations.entries()) {
      const found = await this.anchorOne(citation, handles, `/citations/${index}`);
      if ('message' in found) issues.push(found);
      else anchored.push(found);
    }
    if (issues.length > 0) throw new RapporteurError('invalid_input', 'Some quotes cannot be cited.', issues);
    return anchored;
  }

  private async anchorOne(
    { field, role, source, version, quote, prefix, suffix }: BundleCitation,
    handles: Handles,
    at: string,
  ): Promise<Citation | FieldIssue> {
    const id = handles.find(source);
    const stored = id === null ? null : await this.textOf(id, version);
    if (id === null || !stored) {
      const there = id !== null && version !== undefined && (await this.textOf(id, undefined)) !== null;
      return there
        ? { path: `${at}/version`, message: 'is not the fingerprint of a version of its source' }
        : { path: `${at}/source`, message: `there is no text of a source ${source}` };
    }
    const found = anchor(stored.text, quote, {
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
    });
    if (found.found === 'unique') {
      return {
        field,
        role,
        passage: { source: id, ...selectPassage(stored.text, found.start, found.end, stored.sha256) },
      };
    }
    const message =
      found.found === 'absent'
        ? 'does not stand in its source'
        : 'stands in its source more than once; add a prefix or suffix';
    return { path: `${at}/quote`, message: `"${quote.slice(0, 80)}" ${message}` };
  }

  private async textOf(id: string, version: string | undefined): Promise<StoredText | null> {
    const brought = this.brought.get(id);
    const own = brought && (version === undefined ? brought.at(-1) : brought.find(({ sha256 }) => sha256 === version));
    if (own) return own;
    const key = `${id} ${version ?? ''}`;
    const known = this.found.get(key);
    if (known !== undefined) return known;
    const row = await this.tx.sourceVersion.findFirst({
      where: { recordId: id, ...(version === undefined ? {} : { sha256: version }) },
      orderBy: { number: 'desc' },
      select: { sha256: true },
    });
    const stored = row && (await this.tx.storedText.findUnique({ where: { sha256: row.sha256 } }));
    this.found.set(key, stored);
    return stored;
  }
}

async function storeVersions(tx: Transaction, { versions }: RecordLine['content']): Promise<StoredText[]> {
  if (!Array.isArray(versions)) throw fault('/content/versions', 'must be the list of the source’s versions');
  const stored: StoredText[] = [];
  for (const [index, version] of versions.entries()) {
    const at = `/content/versions/${index}`;
    const parsed = bundleVersionOfText.safeParse(version);
    if (!parsed.success) throw fromZod(parsed.error, 'must hold a text and when it was fetched, and nothing else', at);
    try {
      stored.push(await storeText(tx, parsed.data.text));
    } catch (error) {
      throw error instanceof RapporteurError ? fault(`${at}/text`, error.message) : error;
    }
  }
  return stored;
}
