import type { Total } from '@rapporteur/domain/views';
import { plural } from './words';

/** How many there are, in words; where counting stopped, that there are more than were counted. */
export const totalOf = ({ count, atLeast }: Total, one: string, many?: string): string =>
  atLeast ? `more than ${plural(count, one, many)}` : plural(count, one, many);

/** Says that a list shows the newest of more, and leads to all of them. Nothing where the list is whole. */
export function More({
  total,
  shown,
  href,
  one,
  many = `${one}s`,
}: {
  total: Total;
  shown: number;
  href: string;
  one: string;
  many?: string;
}) {
  if (total.count <= shown && !total.atLeast) return null;
  return (
    <p className="hint">
      The newest {shown.toLocaleString('en-GB')} of {totalOf(total, one, many)}. <a href={href}>See all {many}</a>
    </p>
  );
}
