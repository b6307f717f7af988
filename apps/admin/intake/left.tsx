import type { LeftView } from '@rapporteur/domain/intake/views';

interface Props {
  heading: string;
  left: readonly LeftView[];
  /** What the proposal of a number is called. */
  titleOf: (number: number) => string;
}

/** What sending did not add to records that were there, each with the reason; nothing where all was added. */
export function Left({ heading, left, titleOf }: Props) {
  if (left.length === 0) return null;
  return (
    <section aria-labelledby="left">
      <h2 id="left">{heading}</h2>
      <ul>
        {left.map(({ id, number, why }) => (
          <li key={`${id} ${number}`}>
            <a href={`/records/${id}`}>{titleOf(number)}</a>: {why}
          </li>
        ))}
      </ul>
    </section>
  );
}
