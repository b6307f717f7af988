import { formatEdtf } from '../edtf';
import type { CslItem } from './csl';

/** The item in words, as a note or a list of sources takes it. */
export function writeText(item: CslItem): string {
  const by = (item.author ?? []).map(({ literal }) => `${literal}. `).join('');
  const title = /[.?!…]$/.test(item.title) ? item.title : `${item.title}.`;
  const [parts] = item.issued['date-parts'];
  const [year, month, day] = parts.map((part) => String(part).padStart(2, '0'));
  const date = formatEdtf(`${String(year).padStart(4, '0')}-${month}-${day}`);
  return `${by}“${title}” ${item['container-title']}, version ${item.version}, ${date}. ${item.URL}`;
}
