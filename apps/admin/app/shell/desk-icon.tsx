import { Sprite, type GlyphName } from '@rapporteur/ui/glyph';
import type { ReactNode } from 'react';

/** The shapes of the desk that the record has none for, drawn on a grid of 16. */
const deskShapes = {
  'i-clock': <path d="M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z M8 4.5V8l2.5 1.5" />,
  'i-copy': <path d="M5.5 5.5h8v8h-8z M10.5 5.5v-3h-8v8h3" />,
  'i-down': <path d="M8 3v10 M4 9l4 4 4-4" />,
  'i-edit': <path d="M3 13l.7-2.7 7.1-7.1 2 2-7.1 7.1z M9.4 4.6l2 2" />,
  'i-eye': (
    <>
      <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  'i-filter': <path d="M2.5 4h11 M4.5 8h7 M6.5 12h3" />,
  'i-inbox': <path d="M2.5 9.5 4 3h8l1.5 6.5v4h-11z M2.5 9.5h3.2c.2 1.2 1 2 2.3 2s2.1-.8 2.3-2h3.2" />,
  'i-key': (
    <>
      <circle cx="5" cy="11" r="2.5" />
      <path d="M6.8 9.2 13 3 M10.5 5.5l2 2" />
    </>
  ),
  'i-link': (
    <path d="M6.7 9.3l2.6-2.6 M7.5 4.8l1.7-1.7a2.6 2.6 0 0 1 3.7 3.7l-1.7 1.7 M8.5 11.2l-1.7 1.7a2.6 2.6 0 0 1-3.7-3.7l1.7-1.7" />
  ),
  'i-lock': <path d="M4 7.5h8v6H4z M5.5 7.5V5.3a2.5 2.5 0 0 1 5 0v2.2" />,
  'i-mail': <path d="M2.5 4h11v8.5h-11z M2.5 4.5 8 9l5.5-4.5" />,
  'i-merge': <path d="M4 2.5v3c0 2.5 4 2.5 4 5v3 M12 2.5v3c0 2.5-4 2.5-4 5" />,
  'i-organisation': <path d="M2.5 13.5h11 M3.5 13.5v-7L8 3l4.5 3.5v7 M6.5 13.5V10h3v3.5" />,
  'i-people': (
    <>
      <circle cx="6" cy="5.5" r="2.3" />
      <path d="M1.5 13.5c.3-2.5 2-3.8 4.5-3.8s4.2 1.3 4.5 3.8 M10.8 3.4a2.3 2.3 0 0 1 0 4.2 M12 9.9c1.6.5 2.4 1.8 2.6 3.6" />
    </>
  ),
  'i-plus': <path d="M8 3v10 M3 8h10" />,
  'i-queue': <path d="M2.5 4h2 M6.5 4h7 M2.5 8h2 M6.5 8h7 M2.5 12h2 M6.5 12h7" />,
  'i-right': <path d="M3 8h10 M9 4l4 4-4 4" />,
  'i-search': (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="M10.5 10.5 14 14" />
    </>
  ),
  'i-up': <path d="M8 13V3 M4 7l4-4 4 4" />,
  'i-warn': (
    <>
      <path d="M8 2.5 14.3 13.3H1.7z M8 6.5v3" />
      <circle cx="8" cy="11.4" r="0.6" fill="currentColor" stroke="none" />
    </>
  ),
  'i-x': <path d="M4 4l8 8 M12 4l-8 8" />,
} satisfies Record<string, ReactNode>;

export type IconName = GlyphName | keyof typeof deskShapes;

/** All shapes of the desk and of the record, once a page; `Icon` refers to them. */
export function DeskSprite() {
  return (
    <>
      <Sprite />
      <svg className="sprite" aria-hidden="true" width="0" height="0">
        {Object.entries(deskShapes).map(([name, shape]) => (
          <symbol key={name} id={name} viewBox="0 0 16 16">
            <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
              {shape}
            </g>
          </symbol>
        ))}
      </svg>
    </>
  );
}

/** A shape beside its word, so hidden from assistive technology; with `label` it stands alone and has a name. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  const role =
    label === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': label } as const);
  return (
    <svg className="i" {...role}>
      <use href={`#${name}`} />
    </svg>
  );
}
