/** The field that an element belongs to: the innermost one it stands in. */
export function fieldOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null) : null;
}

const focusable = 'input:not([type=hidden]), textarea, select, [contenteditable=true], button, a[href]';

/** Puts the caret into a field, or into the nearest field around it that can be seen. Answers whether there was one. */
export function goToField(pointer: string): boolean {
  // A dialog that makes another record has fields of the same names; while it is open, they are meant.
  const form = document.querySelector('.veil .dialog') ?? document;
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const holder = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(place)}"]`);
    if (holder === null) continue;
    holder.closest('details:not([open])')?.setAttribute('open', '');
    const control = holder.matches(focusable) ? holder : holder.querySelector<HTMLElement>(focusable);
    control?.focus();
    (control ?? holder).scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}
