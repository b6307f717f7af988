import { Phrases } from '../gazetteer/phrases';
import { placeNames } from './data/place-names';

let list: Phrases<true> | null = null;

/** Places that are known by name, made ready once. */
export function placeList(): Phrases<true> {
  if (list) return list;
  list = new Phrases<true>();
  for (const name of placeNames.split(/[;\n]/)) if (name.trim() !== '') list.add(name.trim(), true);
  return list;
}
