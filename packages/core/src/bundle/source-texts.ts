import type { Transaction } from '@rapporteur/db/transaction';
import { anchor } from '@rapporteur/domain/anchor';
import type { Citation } from '@rapporteur/domain/content/citation';
import { RapporteurError, type FieldIssue } from '@rapporteur/domain/errors';
import { selectPassage } from '@rapporteur/domain/passage';
import { storeTexts, type StoredText } from '../source/text';
import { Bounded } from './bounded';
import type { BundleBytes } from './bytes';
import type { BundleCitation, RecordLine } from './format';
import type { Handles } from './handles';
import { textsOf, type Addressed } from './outline';
import { lineAgain } from './parse';

/** How much text is stored in one statement, and how much is held for the quotes that follow, in UTF-16 units. */
const [mostStored, mostHeld] = [4_000_000, 32_000_000];

/** The texts that the citations of a bundle quote: those it brings, else those of public sources. */
export class SourceTexts {
  /** The fingerprints of a source's version, or its newest, by its id and the version that was asked for. */
  private readonly versions = new Map<string, string | null>();
  private readonly held = new Bounded<StoredText>(mostHeld);

  private constructor(
    private readonly tx: Transaction,
    private readonly brought: ReadonlyMap<string, readonly string[]>,
  ) {}

  /**
   * Stores the texts of the bundle's sources, in the order of their fingerprints, however they come in it: of two imports
   * that bring the same texts at once, one waits for the other, and never each for the other.
   */
  static async store(
    tx: Transaction,
    bytes: BundleBytes,
    records: readonly Addressed[],
    handles: Handles,
  ): Promise<SourceTexts> {
    const sources = records.filter(({ kind }) => kind === 'source');
    const lineOf = new Map(sources.flatMap((source) => source.texts.map((sha256) => [sha256, source] as const)));
    const there = await tx.$queryRaw<{ sha256: string }[]>`
      SELECT "sha256" FROM "StoredText" WHERE "sha256" = ANY (${[...lineOf.keys()]}::text[])`;
    for (const { sha256 } of there) lineOf.delete(sha256);
    // A source may bring many versions, which do not follow one another in this order.
    const lines = new Bounded<StoredText[]>(mostHeld);
    let [portion, length]: [StoredText[], number] = [[], 0];
    for (const sha256 of [...lineOf.keys()].toSorted()) {
      const line = lineOf.get(sha256);
      if (!line) continue;
      const name = String(line.line);
      const texts = lines.get(name) ?? textsOf(await lineAgain(bytes, line, 'record'));
      if (!lines.get(name)) lines.set(name, texts, line.length);
      const text = texts.find((each) => each.sha256 === sha256);
      if (!text) continue;
      portion.push(text);
      length += text.text.length;
      if (length < mostStored) continue;
      await storeTexts(tx, portion);
      [portion, length] = [[], 0];
    }
    await storeTexts(tx, portion);
    return new SourceTexts(tx, new Map(sources.map((source) => [handles.idOf(source) ?? '', source.texts])));
  }

  /** The content of a source with the fingerprints of its texts in place of them. */
  withFingerprints(id: string, content: unknown): unknown {
    const texts = this.brought.get(id);
    const versions: unknown = typeof content === 'object' && content !== null && Reflect.get(content, 'versions');
    if (!texts || !Array.isArray(versions)) return content;
    const filed = versions.map((version: { fetched?: unknown }, index) => ({
      sha256: texts[index],
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
      const there = id !== null && version !== undefined && (await this.versionOf(id, undefined)) !== null;
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
    const sha256 = await this.versionOf(id, version);
    if (sha256 === null) return null;
    const known = this.held.get(sha256);
    if (known) return known;
    const stored = await this.tx.storedText.findUnique({ where: { sha256 } });
    if (stored) this.held.set(sha256, stored, stored.text.length);
    return stored;
  }

  private async versionOf(id: string, version: string | undefined): Promise<string | null> {
    const brought = this.brought.get(id);
    const own = version === undefined ? brought?.at(-1) : brought?.find((sha256) => sha256 === version);
    if (own !== undefined) return own;
    const key = `${id} ${version ?? ''}`;
    const known = this.versions.get(key);
    if (known !== undefined) return known;
    const row = await this.tx.sourceVersion.findFirst({
      where: { recordId: id, ...(version === undefined ? {} : { sha256: version }) },
      orderBy: { number: 'desc' },
      select: { sha256: true },
    });
    this.versions.set(key, row?.sha256 ?? null);
    return row?.sha256 ?? null;
  }
}
