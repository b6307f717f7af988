import { RapporteurError } from '@rapporteur/domain/errors';

/** Where a list that runs by time goes on: an instant in microseconds would be finer, but rows are told apart by id. */
interface Place {
  at: Date;
  id: string;
}

/** The cursor after a row: opaque to whoever receives it. */
export function writeCursor(at: Date, id: string): string {
  return Buffer.from(`${at.toISOString()} ${id}`, 'utf8').toString('base64url');
}

/** Reads a cursor. Throws `invalid_input` for anything that `writeCursor` did not write. */
export function readCursor(cursor: string): Place {
  const [instant = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const at = new Date(instant);
  if (Number.isNaN(at.getTime()) || at.toISOString() !== instant || !/^[\w-]{1,100}$/.test(id)) {
    throw new RapporteurError('invalid_input', 'This is not the cursor of a page.', [
      { path: '/after', message: 'is not a cursor' },
    ]);
  }
  return { at, id };
}
