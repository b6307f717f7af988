import type { CslItem } from './csl';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

// Braces are written by name: BibTeX counts them even where TeX would not.
const commands: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  ß: '{\\ss}',
  æ: '{\\ae}',
  Æ: '{\\AE}',
  œ: '{\\oe}',
  Œ: '{\\OE}',
  ø: '{\\o}',
  Ø: '{\\O}',
  ł: '{\\l}',
  Ł: '{\\L}',
  ı: '{\\i}',
};

/** Combining marks and the accents of TeX that stand for them. */
const accents: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0327': 'c',
  '\u0328': 'k',
};

/**
 * The item as an entry of a BibTeX file. Latin letters with accents are written as TeX commands, which every BibTeX sorts
 * and cuts right; other scripts stay as they are, in UTF-8. Titles and names are braced twice: their capitals are meant.
 */
export function writeBibtex(item: CslItem): string {
  const [[year, month, day]] = item.issued['date-parts'];
  const fields: [string, string][] = [
    ...(item.author ?? []).map(({ literal }): [string, string] => ['author', `{{${tex(literal)}}}`]),
    ['title', `{{${tex(item.title)}}}`],
    [item.type === 'article-newspaper' ? 'journal' : 'howpublished', `{${tex(item['container-title'])}}`],
    ['publisher', `{${tex(item.publisher)}}`],
    ['year', `{${year}}`],
    ['month', months[month - 1] ?? 'jan'],
    ['day', `{${day}}`],
    ['version', `{${tex(item.version)}}`],
    ['langid', `{${tex(item.language)}}`],
    // What reads an address takes it letter by letter; none of ours holds a brace.
    ['url', `{${item.URL.replaceAll('{', '%7B').replaceAll('}', '%7D')}}`],
    ['note', `{${tex(item.note)}}`],
  ];
  const type = item.type === 'article-newspaper' ? 'article' : 'misc';
  const key = item.id.replaceAll(/[^A-Za-z0-9_-]/g, '-');
  return `@${type}{${key},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}\n`;
}

/** Text as TeX reads it. White space is one blank. */
function tex(text: string): string {
  return [...text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()].map(letter).join('');
}

function letter(sign: string): string {
  const command = commands[sign];
  if (command !== undefined) return command;
  const [base = '', mark = '', ...more] = sign.normalize('NFD');
  const accent = accents[mark];
  return accent === undefined || more.length > 0 || !/^[A-Za-z]$/.test(base) ? sign : `{\\${accent}{${base}}}`;
}
