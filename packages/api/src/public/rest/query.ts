import { RapporteurError } from '@rapporteur/domain/errors';

/**
 * Reads a query, percent-encoded. Refuses, by the name of the parameter, one that is no text, one that is given twice, and one
 * that is longer than `longest` says, in characters.
 */
export function readQuery(
  query: string,
  longest: (name: string) => number = () => Number.POSITIVE_INFINITY,
): Map<string, string> {
  const given = new Map<string, string>();
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const at = pair.indexOf('=');
    const name = decoded(at < 0 ? pair : pair.slice(0, at));
    if (name === null || name === '' || name.includes('\0'))
      throw fault('', 'holds a name that is not percent-encoded text');
    const value = at < 0 ? '' : decoded(pair.slice(at + 1));
    if (value === null) throw fault(name, 'is not percent-encoded text');
    if (value.includes('\0')) throw fault(name, 'holds a character that cannot be looked for');
    const most = longest(name);
    if (value.length > most) throw fault(name, `is too long: at most ${most} characters`);
    if (given.has(name)) throw fault(name, 'is given twice; several values are one text, with commas');
    given.set(name, value);
  }
  return given;
}

/** The refusal of a parameter. The empty name is the whole query. */
export const fault = (name: string, message: string): RapporteurError =>
  new RapporteurError(
    'invalid_input',
    'This request has a parameter that does not fit. Each is told with what is wrong.',
    [{ path: name === '' ? '' : `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, message }],
  );

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
