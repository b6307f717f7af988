'use client';

import type { Reference } from '@rapporteur/api/admin/reference';
import type { Kind } from '@rapporteur/domain/kinds';
import { kindNames } from '@rapporteur/domain/kinds';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type Key } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { api } from '../../client/api';
import { Icon } from '../../app/shell/desk-icon';
import { useBook } from './book';
import { useDetails } from './details';

export interface PickerProps {
  kinds: readonly Kind[];
  label: string;
  id?: string | undefined;
  describedBy?: string | undefined;
  placeholder?: string;
  /** Takes the caret when it appears: it was asked for. */
  autoFocus?: boolean;
  /** Records that are chosen already and are not offered again. */
  without?: readonly string[];
  onPick: (reference: Reference) => void;
  /** Offers to make a record of what was typed; without it only what is there can be picked. */
  onCreate?: ((typed: string) => void) | undefined;
}

const create = '+';
/** How long after the last letter a search is sent, in milliseconds. */
const searchAfter = 120;

/** The picker once it is loaded. `typed` is what was typed until then; it is searched as if it were typed now. */
export function ReferenceCombo(props: PickerProps & { typed: string }) {
  const { kinds, label, id, describedBy, placeholder, without = [], autoFocus = false, onPick, onCreate } = props;
  const t = useTranslations('editor');
  const { day, remember } = useBook();
  const details = useDetails();
  const [text, setText] = useState(autoFocus ? '' : props.typed);
  // Given to a field that has the caret, it is as if it were typed, and the list opens.
  const [waiting, setWaiting] = useState(autoFocus ? props.typed : '');
  // A combobox whose text is emptied for it takes that for typing and opens its list again: after a pick, a new one begins.
  const [picks, setPicks] = useState(0);
  const [open, setOpen] = useState(false);
  const settled = useSettled(text.trim(), searchAfter);
  const { data, isFetching, isError, isPlaceholderData } = useQuery({
    queryKey: ['reference.search', kinds, settled, day],
    queryFn: ({ signal }) => api.reference.search.query({ kinds: [...kinds], text: settled, day }, { signal }),
    enabled: open || settled !== '',
    placeholderData: keepPreviousData,
  });
  // While a search is under way, what an earlier one found may stand only where it fits: Enter must not pick what it does not.
  const late = isPlaceholderData || settled !== text.trim();
  const found = (data?.items ?? []).filter((item) => !without.includes(item.id) && (!late || fits(item, text)));
  const pick = (key: Key | null) => {
    if (key === create) onCreate?.(text.trim());
    const picked = found.find((item) => item.id === key);
    if (picked === undefined) return;
    remember(picked);
    onPick(picked);
    setText('');
    setPicks(picks + 1);
  };
  const [only] = kinds.length === 1 ? kinds : [];
  const items = onCreate === undefined ? found : [...found, { id: create }];
  return (
    <ComboBox
      key={picks}
      className="picker"
      aria-label={label}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      items={items}
      inputValue={text}
      onInputChange={setText}
      onFocus={() => {
        if (waiting === '') return;
        setText(waiting);
        setWaiting('');
      }}
      selectedKey={null}
      onSelectionChange={pick}
      onOpenChange={setOpen}
      menuTrigger="input"
      allowsCustomValue
      allowsEmptyCollection
      defaultFilter={all}
      autoFocus={autoFocus || picks > 0}
    >
      <Input className="input" {...(id === undefined ? {} : { id })} placeholder={placeholder ?? t('reference.type')} />
      <Popover className="picker-list" placement="bottom start">
        <ListBox<Reference | { id: typeof create }>
          renderEmptyState={() => (
            <p className="hint">
              {t(isError ? 'reference.away' : isFetching ? 'reference.searching' : 'reference.none')}
            </p>
          )}
        >
          {(item) =>
            'kind' in item ? (
              <ListBoxItem className="picker-item" textValue={item.title}>
                <Icon name={`i-${item.kind}`} />
                <span>
                  {item.title}
                  <small>{details(item)}</small>
                </span>
              </ListBoxItem>
            ) : (
              <ListBoxItem className="picker-item picker-item--new" textValue={t('reference.create')}>
                <Icon name="i-plus" />
                <span>
                  {text.trim() === ''
                    ? t('reference.createKind', { kind: kindNames[only ?? 'actor'].singular.toLowerCase() })
                    : t('reference.createNamed', { name: text.trim() })}
                </span>
              </ListBoxItem>
            )
          }
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Whether each word that is typed begins a word of a name, case and accents aside. */
function fits({ title, otherNames }: Reference, text: string): boolean {
  const named = wordsOf([title, ...otherNames].join(' '));
  return wordsOf(text).every((word) => named.some((name) => name.startsWith(word)));
}

const wordsOf = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The desk's search has decided what fits; the list shows all of it. */
const all = () => true;

/** A value once it has stood for a while. */
function useSettled<T>(value: T, after: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return settled;
}
