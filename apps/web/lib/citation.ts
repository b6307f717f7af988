import { writeBibtex } from '@rapporteur/domain/citation-formats/bibtex';
import { answerToCsl, recordToCsl, type CslItem } from '@rapporteur/domain/citation-formats/csl';
import { writeRis } from '@rapporteur/domain/citation-formats/ris';
import { writeText } from '@rapporteur/domain/citation-formats/text';
import { formatPermalink } from '@rapporteur/domain/permalink';
import { frozenAddress } from '@rapporteur/domain/question/frozen-id';
import type { FrozenView } from '@rapporteur/domain/question/views';
import type { SiteLanguage } from '@rapporteur/domain/translation/languages';
import type { RecordView } from '@rapporteur/domain/views';
import type { CitationFormat } from '@rapporteur/ui/cite-box';
import { text } from '@rapporteur/ui/text';
import { siteOrigin } from '../env';

interface Format {
  /** Null of the plain text, which is called so in the language of the page. */
  name: string | null;
  mediaType: string;
  write: (item: CslItem) => string;
}

/** The formats a revision is cited in, by the last part of the address below its permalink. */
export const citationFormats: Readonly<Record<string, Format>> = {
  'citation.bib': { name: 'BibTeX', mediaType: 'application/x-bibtex', write: writeBibtex },
  'citation.ris': { name: 'RIS', mediaType: 'application/x-research-info-systems', write: writeRis },
  'citation.csl.json': {
    name: 'CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: (item) => `${JSON.stringify([item], null, 2)}\n`,
  },
  'citation.txt': { name: null, mediaType: 'text/plain', write: (item) => `${writeText(item)}\n` },
};

/** The revision that a page shows, as it is cited. */
export const citedAs = (record: RecordView): CslItem => recordToCsl(record, siteOrigin());

/** What the cite box of a page offers: each format to copy and to download. */
export function citationsOf(record: RecordView): CitationFormat[] {
  const permalink = formatPermalink(record.id, record.revisionNumber);
  return Object.entries(citationFormats).map(([file, { name, write }]) => ({
    name: name ?? text('records')('cite.plain'),
    href: `${permalink}/${file}`,
    // The title of a translation is not that of the revision: only what is downloaded is of one piece.
    text: record.translation === null ? write(citedAs(record)) : null,
  }));
}

/** An answer, as it is cited; null where it has no permanent address. */
export function answerCitedAs(frozen: FrozenView, title: string, language: SiteLanguage): CslItem | null {
  const { id } = frozen;
  return id === null ? null : answerToCsl({ ...frozen, id, title, language, address: frozenAddress(id) }, siteOrigin());
}

/** What the cite box of a list, a search or a board offers. */
export function citationsOfAnswer(frozen: FrozenView, title: string, language: SiteLanguage): CitationFormat[] {
  const item = answerCitedAs(frozen, title, language);
  if (item === null || frozen.id === null) return [];
  const address = frozenAddress(frozen.id);
  return Object.entries(citationFormats).map(([file, { name, write }]) => ({
    name: name ?? text('records')('cite.plain'),
    href: `${address}/${file}`,
    text: write(item),
  }));
}
