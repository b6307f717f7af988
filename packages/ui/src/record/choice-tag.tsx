import type { choices } from '@rapporteur/domain/content/event';
import { Glyph, type GlyphName } from '../glyph';
import { word } from '../words';

export type Choice = (typeof choices)[number];

/** A vote for something looks as support for it does, and one against it as opposition. */
export const choiceLooks: Record<Choice, { look: string; glyph: GlyphName }> = {
  yes: { look: 'supports', glyph: 's-supports' },
  no: { look: 'opposes', glyph: 's-opposes' },
  abstain: { look: 'abstains', glyph: 's-abstains' },
  absent: { look: 'abstains', glyph: 't-absent' },
  not_voting: { look: 'abstains', glyph: 't-absent' },
};

/** How somebody chose: a shape and its word. */
export function ChoiceTag({ choice }: { choice: Choice }) {
  const { look, glyph } = choiceLooks[choice];
  return (
    <span className={`stance stance--${look}`}>
      <Glyph name={glyph} />
      {word(choice)}
    </span>
  );
}
