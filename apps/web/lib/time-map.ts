import { formatStamp } from '@rapporteur/domain/instant';
import { writeLink } from '../cache/link-field';
import { linkFormat, pastAddress, timeGateOf, timeMapOf } from '../cache/memento';

/** A page of a map of the states of an address (RFC 7089 §5). Instants are those of changes, newest first. */
export interface TimeMapPage {
  /** The address, as a path of the site. */
  path: string;
  /** Of which change this page goes on; null for the newest. */
  before: number | null;
  first: string;
  last: string;
  items: readonly { at: string }[];
  next: number | null;
}

/**
 * The map as a document of links (RFC 6690): the states the oldest first, each from the second of its change, because
 * addresses name whole seconds and show their ends. Changes within one second are one state.
 */
export function writeTimeMap({ path, before, first, last, items, next }: TimeMapPage, origin: string): string {
  const page = (sequence: number | null) =>
    `${origin}${timeMapOf(path)}${sequence === null ? '' : `?before=${sequence}`}`;
  const datetime = (at: string) => new Date(at).toUTCString();
  const states = [...new Set(items.map(({ at }) => datetime(at)))].toReversed();
  const [from = '', until = ''] = [states[0], states.at(-1)];
  const rel = (state: string) =>
    [state === datetime(first) ? 'first' : null, state === datetime(last) ? 'last' : null, 'memento']
      .filter((name) => name !== null)
      .join(' ');
  return [
    writeLink(`${origin}${path}`, { rel: 'original' }),
    writeLink(`${origin}${timeGateOf(path)}`, { rel: 'timegate' }),
    writeLink(page(before), { rel: 'self', type: linkFormat, from, until }),
    ...(next === null ? [] : [writeLink(page(next), { rel: 'timemap', type: linkFormat })]),
    ...(before === null ? [] : [writeLink(page(null), { rel: 'timemap', type: linkFormat })]),
    ...states.map((state) =>
      writeLink(`${origin}${pastAddress(path, formatStamp(new Date(state)))}`, { rel: rel(state), datetime: state }),
    ),
  ].join(',\n');
}
