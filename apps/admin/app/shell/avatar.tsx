/** The initials of a person, beside their name. The same person always has the same of the three colours. */
export function Avatar({ name, id, small = false }: { name: string; id: string; small?: boolean }) {
  const colour = (Array.from(id).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 3) + 1;
  const look = [`avatar`, small && 'avatar--small', colour > 1 && `avatar--${colour}`].filter(Boolean).join(' ');
  return (
    <span className={look} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('');
}
