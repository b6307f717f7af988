import { shapes } from './shapes';

export type GlyphName = keyof typeof shapes;

const symbols = Object.entries(shapes)
  .map(([name, shape]) => `<symbol id="${name}" viewBox="0 0 16 16">${shape}</symbol>`)
  .join('');

/** All shapes once per page; `Glyph` refers to them, which keeps long tables small. */
export function Sprite() {
  return (
    <svg
      className="sprite"
      aria-hidden="true"
      width="0"
      height="0"
      // Nothing but the constants of this package.
      dangerouslySetInnerHTML={{ __html: symbols }}
    />
  );
}

/** A shape beside its word, so hidden from assistive technology; with `label` it stands alone and has a name. */
export function Glyph({ name, className = 'glyph', label }: { name: GlyphName; className?: string; label?: string }) {
  const role =
    label === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': label } as const);
  return (
    <svg className={className} {...role}>
      <use href={`#${name}`} />
    </svg>
  );
}
