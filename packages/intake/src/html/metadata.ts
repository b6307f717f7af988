import { parseEdtf } from '@rapporteur/domain/edtf';
import type { ReadDocument } from '../document';
import { linkedData } from './linked-data';

export type Metadata = Pick<
  ReadDocument,
  'title' | 'authors' | 'publisher' | 'published' | 'language' | 'canonicalAddress'
>;

/** Longer is no title and no name. */
const longest = 500;

/**
 * What a page says of itself: as linked data (schema.org), in the tags of Open Graph and Dublin Core, in `<time>` and in its
 * own elements. What machines are told in most detail comes first.
 */
export function readMetadata(document: Document, address: string | null): Metadata {
  const data = linkedData(document);
  const meta = metaTags(document);
  const first = (...names: string[]) => names.flatMap((name) => meta.get(name) ?? [])[0] ?? null;
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? null;
  const canonical = [
    document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href'),
    first('og:url'),
    data.address,
  ];
  const dates = [
    data.published,
    first('article:published_time', 'og:article:published_time', 'datepublished', 'date', 'pubdate', 'publishdate'),
    first(
      'dc.date',
      'dc.date.issued',
      'dcterms.issued',
      'dcterms.created',
      'dcterms.date',
      'citation_publication_date',
    ),
    ...timesOf(document),
  ];
  const named = [
    data.authors,
    meta.get('author') ?? [],
    meta.get('article:author') ?? [],
    meta.get('dc.creator') ?? [],
  ];
  const languages = [
    data.language,
    document.documentElement.getAttribute('lang'),
    first('content-language', 'dc.language', 'og:locale'),
  ];
  return {
    title:
      [data.title, first('og:title', 'dc.title', 'citation_title'), document.title].map(clean).find(Boolean) ?? null,
    authors:
      named
        .map((names) => [...new Set(names.map(personName).filter((name) => name !== null))])
        .find(({ length }) => length > 0) ?? [],
    publisher:
      [data.publisher, first('og:site_name', 'dc.publisher', 'citation_publisher', 'application-name')]
        .map(clean)
        .find(Boolean) ?? null,
    published: dates.map(dayOf).find((day) => day !== null) ?? null,
    language: languages.map(languageTag).find((tag) => tag !== null) ?? null,
    canonicalAddress: canonical.map((found) => absolute(found, base, address)).find((found) => found !== null) ?? null,
  };
}

/** A day, month or year in EDTF, out of what machines write; the day is the one where it was written. Null for anything else. */
export function dayOf(written: string | null | undefined): string | null {
  const found = /^\s*(\d{4})(?:-?(\d\d)(?:-?(\d\d)(?!\d))?)?(?=$|[T\s])/i.exec(written ?? '');
  const day = found?.slice(1).filter(Boolean).join('-') ?? days(written ?? '');
  if (!day) return null;
  try {
    parseEdtf(day);
    return day;
  } catch {
    return null;
  }
}

/** The day of an e-mail's date (RFC 5322), which some pages use too. */
function days(written: string): string | null {
  const found = /^\s*(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\b/i.exec(written);
  const month = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
    found?.[2]?.toLowerCase() ?? '',
  );
  if (!found || month < 0) return null;
  return `${found[3]}-${String(month + 1).padStart(2, '0')}-${(found[1] ?? '').padStart(2, '0')}`;
}

/** A language tag in its canonical form (BCP 47), or null. */
export function languageTag(written: string | null | undefined): string | null {
  try {
    return Intl.getCanonicalLocales((written ?? '').trim().replaceAll('_', '-'))[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** One line without a run of spaces; null where nothing is left. */
export function clean(written: string | null | undefined): string | null {
  const line = (written ?? '')
    .slice(0, 4 * longest)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line === '' || line.length > longest ? null : line.normalize('NFC');
}

function personName(written: string): string | null {
  const name = clean(written)?.replace(/^(?:by|von|par|szerző:|автор:)\s+/i, '') ?? null;
  // Some pages give the address of a profile.
  return name === null || /^https?:|^@|^www[.]/i.test(name) ? null : name;
}

function metaTags(document: Document): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const tag of document.querySelectorAll('meta[content]')) {
    const name =
      tag.getAttribute('property') ??
      tag.getAttribute('name') ??
      tag.getAttribute('itemprop') ??
      tag.getAttribute('http-equiv');
    const content = tag.getAttribute('content')?.trim() ?? '';
    if (name && content !== '')
      tags.set(name.toLowerCase(), [...(tags.get(name.toLowerCase()) ?? []), content].slice(0, 50));
  }
  return tags;
}

function timesOf(document: Document): (string | null)[] {
  const marked = document.querySelectorAll(
    'time[pubdate], time[itemprop~="datePublished"], [itemprop~="datePublished"][content], time.published, time.entry-date',
  );
  const [only, second] = document.querySelectorAll('article time[datetime], main time[datetime]');
  // One date in an article is its own; of several, some are of other things.
  const single = only && !second ? [only] : [];
  return [...marked, ...single].map(
    (time) => time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent,
  );
}

function absolute(found: string | null | undefined, base: string | null, address: string | null): string | null {
  try {
    const url = new URL(found ?? '', base === null ? (address ?? undefined) : new URL(base, address ?? undefined));
    return found && /^https?:$/.test(url.protocol) && url.username === '' ? url.href : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
