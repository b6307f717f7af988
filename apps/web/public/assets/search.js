// @ts-check
// Suggests names while a reader types, and leads to the field of the search with "/"; Escape closes the menus of the
// masthead. Nothing depends on it: without this script the form leads to the page of results, which finds names by their beginnings and with mistakes as well.

/** @typedef {{ record: { kind: string, slug: string, title: string | null }, name: string }} Suggestion */

const waitFor = 150;
const enough = 2;
const most = 8;

/** The past that the page stands in, and its language: what is suggested is of that moment, and leads on in both. */
const [, moment = '', language = ''] =
  /^(\/at\/\d{14}(?=\/|$))?(\/(?:uk|hu|fr|de)(?=\/|$))?/.exec(location.pathname) ?? [];

/** @param {Suggestion} suggestion */
const hrefOf = ({ record: { kind, slug } }) => `${moment}${language}/${kind}s/${encodeURIComponent(slug)}`;

/** @param {string} typed @param {AbortSignal} signal @returns {Promise<Suggestion[]>} */
async function ask(typed, signal) {
  const input = encodeURIComponent(JSON.stringify({ typed: [...typed].slice(0, 60).join(''), limit: most }));
  const answer = await fetch(`${moment}/api/trpc/search.suggest?input=${input}`, { signal });
  return answer.ok ? (await answer.json()).result.data : [];
}

/** @param {HTMLFormElement} form @param {HTMLInputElement} field */
function suggestIn(form, field) {
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `${field.id}-suggestions`;
  list.role = 'listbox';
  list.ariaLabel = form.dataset['suggestions'] ?? '';
  list.hidden = true;
  form.append(list);
  field.role = 'combobox';
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('aria-autocomplete', 'list');
  field.ariaExpanded = 'false';
  /** What the language of the page calls each kind. @type {Record<string, string>} */
  const kinds = JSON.parse(form.dataset['kinds'] ?? '{}');
  /** @type {AbortController | undefined} */
  let asking;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** The place of the suggestion that is chosen; -1 for none. */
  let at = -1;

  /** @param {boolean} open */
  const show = (open) => {
    list.hidden = !open;
    field.ariaExpanded = String(open);
    choose(-1);
  };
  /** @param {number} place */
  const choose = (place) => {
    at = place;
    [...list.children].forEach((item, index) => (item.ariaSelected = String(index === at)));
    const chosen = list.children[at];
    if (chosen) field.setAttribute('aria-activedescendant', chosen.id);
    else field.removeAttribute('aria-activedescendant');
  };
  /** @param {Suggestion[]} found */
  const fill = (found) => {
    list.replaceChildren(
      ...found.map((suggestion, index) => {
        const item = document.createElement('li');
        const kind = document.createElement('span');
        item.id = `${list.id}-${index}`;
        item.role = 'option';
        item.dataset['href'] = hrefOf(suggestion);
        kind.textContent = kinds[suggestion.record.kind] ?? suggestion.record.kind;
        item.append(suggestion.name, ' ', kind);
        return item;
      }),
    );
    show(found.length > 0 && document.activeElement === field);
  };

  field.addEventListener('input', () => {
    clearTimeout(waiting);
    asking?.abort();
    const typed = field.value.trim();
    if (typed.length < enough) return fill([]);
    const mine = (asking = new AbortController());
    waiting = setTimeout(() => {
      ask(typed, mine.signal).then(fill, () => mine.signal.aborted || fill([]));
    }, waitFor);
  });
  field.addEventListener('keydown', (event) => {
    const count = list.children.length;
    if (list.hidden || event.isComposing) return;
    if (event.key === 'Escape') {
      show(false);
      event.preventDefault();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      // From none to the first or the last, and past either end back to none.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose(((at + 1 + step + count + 1) % (count + 1)) - 1);
      event.preventDefault();
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      go(list.children[at]);
    }
  });
  field.addEventListener('blur', () => show(false));
  // Before the field loses the focus, and the list with it.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    if (event.target instanceof Element) go(event.target.closest('li'));
  });
}

/** @param {Element | null | undefined} item */
function go(item) {
  if (item instanceof HTMLElement && item.dataset['href']) location.assign(item.dataset['href']);
}

for (const form of document.querySelectorAll('form[role="search"]')) {
  const field = form.querySelector('input[type="search"]');
  if (form instanceof HTMLFormElement && field instanceof HTMLInputElement) suggestIn(form, field);
}

const masthead = document.querySelector('.masthead-search');
masthead?.setAttribute('data-key', '/');
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const { target } = event;
  if (target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select'))) return;
  const fields = document.querySelectorAll('form[role="search"] input[type="search"]');
  for (const field of [...fields].reverse()) {
    if (!(field instanceof HTMLInputElement) || !field.checkVisibility()) continue;
    event.preventDefault();
    field.focus();
    field.select();
    return;
  }
  if (masthead instanceof HTMLFormElement) {
    event.preventDefault();
    masthead.requestSubmit();
  }
});

// The one that the reader is in gives the focus back to what opened it.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  for (const menu of document.querySelectorAll('.masthead details[open]')) {
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
    menu.removeAttribute('open');
  }
});
