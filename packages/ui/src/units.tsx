import type { GlyphName } from './glyph';

/** So many of one kind, by its look and its shape. */
interface UnitsOf {
  look: string;
  glyph: GlyphName;
  count: number;
}

/**
 * One shape for each, never a bar, so that a small group is not swallowed. For the eye alone: the counts beside it say the
 * same. As markup, because there may be hundreds and they hold no text.
 */
export function Units({ groups }: { groups: readonly UnitsOf[] }) {
  const shapes = groups.map(({ look, glyph, count }) =>
    `<svg class="glyph stance--${look}"><use href="#${glyph}"/></svg>`.repeat(count),
  );
  return <p className="units" aria-hidden="true" dangerouslySetInnerHTML={{ __html: shapes.join('') }} />;
}
