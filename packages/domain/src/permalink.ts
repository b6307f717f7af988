import { RapporteurError } from './errors';
import { kindOfId } from './ids';

/** The permanent address of one revision of a record. */
export interface Permalink {
  id: string;
  revision: number;
}

// PostgreSQL's integer is the bound on revision numbers.
const largest = 2_147_483_647;

/** `/r/<id>@<revision>`. */
export function formatPermalink(id: string, revision: number): string {
  return `/r/${id}@${revision}`;
}

/** Reads `/r/<id>@<revision>`, with or without the leading `/r/`. Throws `invalid_input`. */
export function parsePermalink(text: string): Permalink {
  const [, id, digits] = /^(?:\/r\/)?([a-z]+_[0-9a-z]+)@([1-9][0-9]{0,9})$/.exec(text) ?? [];
  if (id === undefined || kindOfId(id) === null || !(Number(digits) <= largest)) {
    throw new RapporteurError('invalid_input', `"${text.slice(0, 80)}" is not a permanent address such as /r/stm_…@3.`);
  }
  return { id, revision: Number(digits) };
}
