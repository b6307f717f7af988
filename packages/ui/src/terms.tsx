import type { PositionContent } from '@rapporteur/domain/content/position';
import type { ProgrammeContent } from '@rapporteur/domain/content/programme';
import { Glyph, type GlyphName } from './glyph';
import { silence, word } from './words';

type Stance = NonNullable<PositionContent['turns'][number]['stance']>;
type Turn = PositionContent['turns'][number]['turn'];
type Scope = ProgrammeContent['provisions'][number]['scope'];
type Force = NonNullable<ProgrammeContent['provisions'][number]['force']>;
type Nature = NonNullable<ProgrammeContent['nature']>;

export const stances: Record<Stance, { look: string; glyph: GlyphName }> = {
  supports: { look: 'supports', glyph: 's-supports' },
  opposes: { look: 'opposes', glyph: 's-opposes' },
  conditional: { look: 'conditional', glyph: 's-conditional' },
  abstains: { look: 'abstains', glyph: 's-abstains' },
  joined_consensus: { look: 'consensus', glyph: 's-consensus' },
  blocked: { look: 'blocked', glyph: 's-blocked' },
  absent: { look: 'abstains', glyph: 't-absent' },
};

/** The look and the shape of what is held. */
export const shapeOf = (stance: Stance | null): { look: string; glyph: GlyphName } =>
  stance === null ? { look: 'norecord', glyph: 's-norecord' } : stances[stance];

/** What is held: a shape and its word. No stance means a lapse or silence, which is not neutral. */
export function StanceTag({ stance, children, lang }: { stance: Stance | null; children?: string; lang?: string }) {
  const { look, glyph } = shapeOf(stance);
  return (
    <span className={`stance stance--${look}`} {...(lang === undefined ? {} : { lang })}>
      <Glyph name={glyph} />
      {children ?? (stance === null ? silence() : word(stance))}
    </span>
  );
}

/** How a position moved: a sign in a ring, and its word. */
export function TurnTag({ turn }: { turn: Turn }) {
  return (
    <span className={`turn turn--${turn}`}>
      <Glyph name={`t-${turn}`} />
      {word(turn)}
    </span>
  );
}

const scopes: Record<Scope, { look: string; glyph: GlyphName }> = {
  included: { look: 'included', glyph: 'p-included' },
  excluded: { look: 'excluded', glyph: 'p-excluded' },
  disputed: { look: 'disputed', glyph: 'p-disputed' },
  not_mentioned: { look: 'silent', glyph: 'p-silent' },
};

export function ScopeTag({ scope, children, lang }: { scope: Scope; children?: string; lang?: string }) {
  return (
    <span className={`provision provision--${scopes[scope].look}`} {...(lang === undefined ? {} : { lang })}>
      <Glyph name={scopes[scope].glyph} />
      {children ?? word(scope)}
    </span>
  );
}

/** Force is a line: binding solid, conditional dash-dot, voluntary dashed. A political text binds nobody in law. */
export function ForceTag({ force }: { force: Force | Nature }) {
  const line = force === 'political' ? 'conditional' : force;
  return (
    <span className={`force force--${force}`}>
      <Glyph name={`f-${line}`} />
      {word(force)}
    </span>
  );
}

export function NotOnRecord() {
  return (
    <span className="provision provision--norecord">
      <Glyph name="s-norecord" />
      {silence()}
    </span>
  );
}
