const group = (width: string) => (shape: string) =>
  `<g fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" stroke-width="${width}">${shape}</g>`;
const thin = group('1.5');
const bold = group('2');

/**
 * The shapes of the record, as SVG, drawn on a grid of 16. Lines take their weight from the group; see `Sprite`. Each is a
 * text and no tree of elements: all of them stand on every page, and made up anew for each they were a fifth of its elements.
 */
export const shapes = {
  'f-binding': '<path d="M1 8h14" stroke="currentColor" stroke-width="2.2"/>',
  'f-conditional': '<path d="M1 8h4.5M7.3 8h1.6M10.7 8H15" stroke="currentColor" stroke-width="2.2"/>',
  'f-voluntary': '<path d="M1 8h3.4M6.3 8h3.4M11.6 8H15" stroke="currentColor" stroke-width="2.2"/>',
  'i-actor': thin('<path d="M2.8 13.8c.3-2.7 2.3-4.3 5.2-4.3s4.9 1.6 5.2 4.3"/><circle cx="8" cy="5" r="2.6"/>'),
  'i-article': thin('<path d="M3 3.5h10 M3 6.5h10 M3 9.5h10 M3 12.5h6"/>'),
  'i-check': thin('<path d="M3 8.5l3.2 3.2L13 4.8"/>'),
  'i-cite': thin('<path d="M3 3v10 M3 3h2 M3 13h2 M13 3v10 M13 3h-2 M13 13h-2 M6 8h4"/>'),
  'i-commitment': thin(
    '<path d="M4.6 8h1.8 M9.6 8h1.8"/><circle cx="3" cy="8" r="1.6"/><circle cx="8" cy="8" r="1.6" fill="currentColor"/><circle cx="13" cy="8" r="1.6"/>',
  ),
  'i-event': thin(
    '<path d="M2.5 4h11v9.5h-11z M2.5 7h11 M5.5 2.5v3 M10.5 2.5v3"/><circle cx="8" cy="10.2" r="0.7" fill="currentColor"/>',
  ),
  'i-feed': thin(
    '<path d="M3 3.5a9.5 9.5 0 0 1 9.5 9.5 M3 7.5A5.5 5.5 0 0 1 8.5 13"/><circle cx="3.8" cy="12.2" r="0.9" fill="currentColor"/>',
  ),
  'i-external': thin('<path d="M6.5 3.5h-3v9h9v-3 M9 3h4v4 M13 3 7.5 8.5"/>'),
  'i-history': thin('<path d="M2.5 8a5.5 5.5 0 1 0 1.7-4 M2.3 2.2v2.6h2.6 M8 5v3l2 1.2"/>'),
  'i-issue': thin('<path d="M8 2.5v11 M5 13.5h6 M2.5 4.5h11 M3.7 4.5 1.8 9h3.8z M12.3 4.5 10.4 9h3.8z"/>'),
  'i-position': thin('<path d="M4 14V2.5 M4 3h8.5l-2 3 2 3H4"/>'),
  'i-programme': thin('<path d="M8 2.2 14 5.4 8 8.6 2 5.4z M2 8.4l6 3.2 6-3.2 M2 11.2l6 3.2 6-3.2"/>'),
  'i-search': thin('<circle cx="7" cy="7" r="4.5"/><path d="M10.5 10.5 14 14"/>'),
  'i-source': thin('<path d="M4 2h5l3 3v9H4z M9 2v3h3 M6 8h4 M6 11h4"/>'),
  'i-statement': thin('<path d="M6.5 4C4.5 5 3 6.8 3 9.2V12h4V8.5H4.6 M13 4c-2 1-3.5 2.8-3.5 5.2V12h4V8.5h-2.4"/>'),
  'p-disputed':
    '<rect x="2.3" y="2.3" width="11.4" height="11.4" rx="1" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M2.3 2.3h11.4L2.3 13.7z" fill="currentColor"/>',
  'p-excluded':
    '<rect x="2.3" y="2.3" width="11.4" height="11.4" rx="1" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M3 13 13 3" stroke="currentColor" stroke-width="1.8"/>',
  'p-included':
    '<rect x="1.5" y="1.5" width="13" height="13" rx="1.5" fill="currentColor"/><path d="M4.5 8.3l2.5 2.5 4.7-5.3" fill="none" stroke="var(--paper)" stroke-width="1.9"/>',
  'p-silent':
    '<rect x="2.2" y="2.2" width="11.6" height="11.6" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.2 2.44"/>',
  's-abstains':
    '<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M5 8h6" stroke="currentColor" stroke-width="2"/>',
  's-blocked': '<path fill-rule="evenodd" d="M2 2h12v12H2zM4.3 6.7v2.6h7.4V6.7z" fill="currentColor"/>',
  's-conditional':
    '<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M8 2.4a5.6 5.6 0 0 0 0 11.2z" fill="currentColor"/>',
  's-consensus':
    '<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.8"/><circle cx="8" cy="8" r="2.7" fill="currentColor"/>',
  's-norecord':
    '<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.7" stroke-dasharray="1.7 2.298"/>',
  's-opposes': '<path d="M8 0.9 15.1 8 8 15.1 0.9 8z" fill="currentColor"/>',
  's-supports': '<circle cx="8" cy="8" r="6.5" fill="currentColor"/>',
  't-absent': bold('<path d="M4 12.5 12 3.5"/><circle cx="8" cy="8" r="4.2"/>'),
  't-changed': bold('<path d="M4 6h8 M4 10h8 M10.5 3.5l-5 9"/>'),
  't-gone': bold('<path d="M4.5 4.5l7 7 M11.5 4.5l-7 7"/>'),
  't-hardened': bold('<path d="M4 8l4-4 4 4 M4 12.5l4-4 4 4"/>'),
  't-lapsed': bold('<path d="M4.5 4.5l7 7 M11.5 4.5l-7 7"/>'),
  't-moved': bold('<path d="M3.5 8h9 M9 4.5 12.5 8 9 11.5"/>'),
  't-new': bold('<path d="M8 4v8 M4 8h8"/>'),
  't-restated': bold('<path d="M4 6h8 M4 10h8"/>'),
  't-reversed': bold('<path d="M4.5 5.5h5.5a2.5 2.5 0 0 1 0 5H4.5 M6.5 8.2 4.2 10.5l2.3 2.3"/>'),
  't-softened': bold('<path d="M4 6l4 4 4-4"/>'),
} as const satisfies Record<string, string>;
