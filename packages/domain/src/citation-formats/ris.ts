import type { CslItem } from './csl';

/**
 * The item as a record of a RIS file (Research Information Systems): one tag a line, two letters, two blanks, a hyphen and a
 * blank before its value, lines ended by CR and LF. A value has no line break: what follows one would be read as a tag.
 */
export function writeRis(item: CslItem): string {
  const [[year, month, day]] = item.issued['date-parts'];
  const two = (number: number) => String(number).padStart(2, '0');
  const lines: [string, string][] = [
    ['TY', item.type === 'article-newspaper' ? 'NEWS' : 'ELEC'],
    ['ID', item.id],
    ...(item.author ?? []).map(({ literal }): [string, string] => ['AU', literal]),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['PB', item.publisher],
    ['PY', String(year).padStart(4, '0')],
    ['DA', `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}`],
    ['ET', item.version],
    ['LA', item.language],
    ['UR', item.URL],
    ['N1', item.note],
    ['ER', ''],
  ];
  // oxlint-disable-next-line no-control-regex -- the controls are the subject here
  const oneLine = (value: string) => value.replaceAll(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('');
}
