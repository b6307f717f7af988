// @ts-check
// Opens the card of an evidence mark beside it: on press, on Enter, and on hover after a moment. Nothing depends on it:
// without this script a mark leads to its note at the end of the page, which says the same.

const marks = 'a.ev[aria-haspopup]';
const gap = 6;

/** The mark whose card is open. @type {HTMLAnchorElement | null} */
let open = null;
/** The mark whose card was open when a press began: the press closes it, so the click must not open it again.
 * @type {HTMLAnchorElement | null} */
let pressed = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** @param {EventTarget | null} target @returns {HTMLAnchorElement | null} */
const markAt = (target) => (target instanceof Element ? target.closest(marks) : null);

/** @param {HTMLAnchorElement} mark */
const cardOf = (mark) => document.getElementById(mark.hash.replace('#note-', 'card-'));

/** Puts the card under its mark, or above it where there is no room below. On small screens the style sheet places it.
 * @param {HTMLElement} card @param {HTMLAnchorElement} mark */
function place(card, mark) {
  const at = mark.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.max(gap, Math.min(at.left, clientWidth - card.offsetWidth - gap));
  const above = at.top - card.offsetHeight - gap;
  const top = at.bottom + gap + card.offsetHeight > clientHeight && above > 0 ? above : at.bottom + gap;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}

/** @param {HTMLAnchorElement} mark @param {boolean} focus whether the reader goes into the card */
function show(mark, focus) {
  const card = cardOf(mark);
  if (!card) return;
  if (open !== mark) {
    card.showPopover({ source: mark });
    open = mark;
    mark.setAttribute('aria-expanded', 'true');
    place(card, mark);
  }
  if (focus) card.focus({ preventScroll: true });
}

for (const mark of document.querySelectorAll('a.ev[href^="#note-"]')) {
  if (!(mark instanceof HTMLAnchorElement) || typeof cardOf(mark)?.showPopover !== 'function') continue;
  mark.setAttribute('aria-haspopup', 'dialog');
  mark.setAttribute('aria-expanded', 'false');
}

document.addEventListener(
  'pointerdown',
  (event) => {
    // A press decides by itself: a card that it closes must not open again because the pointer rests there.
    clearTimeout(waiting);
    pressed = markAt(event.target) === open ? open : null;
  },
  true,
);

document.addEventListener('click', (event) => {
  const mark = markAt(event.target);
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (mark === pressed) cardOf(mark)?.hidePopover();
  else show(mark, true);
  pressed = null;
});

document.addEventListener('toggle', closed, true);

/** @param {Event} event */
function closed(event) {
  if (!(event instanceof ToggleEvent) || event.newState !== 'closed' || !(event.target instanceof Element)) return;
  if (open === null || cardOf(open) !== event.target) return;
  open.setAttribute('aria-expanded', 'false');
  open = null;
}

// A pointer that rests on a mark opens its card; leaving both for a moment closes it, unless the reader went in.
document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse') return;
  clearTimeout(waiting);
  const mark = markAt(event.target);
  const card = open && cardOf(open);
  if (mark && mark !== open) waiting = setTimeout(() => show(mark, false), 300);
  else if (card && !mark && event.target instanceof Node && !card.contains(event.target))
    waiting = setTimeout(() => card.contains(document.activeElement) || card.hidePopover(), 300);
});
