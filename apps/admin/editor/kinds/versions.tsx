'use client';

import type { SourceContent } from '@rapporteur/domain/content/source';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { refusalOf } from '../../client/api';
import { useDraft, useStore } from '../draft/context';
import { valueAt } from '../draft/draft';
import { Item, Part, useLength, type ItemsProps } from '../fields/items';
import { storePasted } from '../saving/store-pasted';

type Version = SourceContent['versions'][number];

/** The largest file that is read; the desk stores texts of up to five million characters. */
const largestFile = 20_000_000;

/** The texts of a source, the newest last. A text is stored under its fingerprint; what is on record never changes. */
export function Versions(props: ItemsProps) {
  const t = useTranslations('editor');
  const { pointer, shape } = props;
  const length = useLength(pointer);
  const versions = useDraft((draft) => valueAt(draft, pointer)) as readonly Version[];
  const { item } = shape;
  return (
    <>
      <ol className="items">
        {Array.from({ length }, (_, index) => (
          <Item key={`${index} ${versions[index]?.sha256}`} list={pointer} index={index} length={length}>
            {item.form === 'group' && item.fields['fetched'] !== undefined && (
              <Part pointer={`${pointer}/${index}/fetched`} shape={item.fields['fetched']} />
            )}
            <div className="part">
              <span className="part-label">{t('label.source-versions-sha256')}</span>
              <code className="fingerprint">{versions[index]?.sha256 || t('versions.none')}</code>
            </div>
          </Item>
        ))}
      </ol>
      <AddText list={pointer} />
    </>
  );
}

/** A text that is pasted, or read from a file of plain text. Until it is stored it is kept with the rest of the draft. */
function AddText({ list }: { list: string }) {
  const t = useTranslations('editor');
  const store = useStore();
  const id = useId();
  const text = useDraft(({ pasted }) => pasted);
  const setText = (pasted: string) => store.edit('pasted', (draft) => ({ ...draft, pasted }));
  const [said, setSaid] = useState<string | null>(null);
  const storing = useMutation({
    mutationFn: () => storePasted(store),
    onSuccess: (length) => setSaid(length === null ? t('versions.same') : t('versions.stored', { length })),
    onError: (error) => {
      const refusal = refusalOf(error);
      setSaid(refusal.away ? t('versions.away') : (refusal.issues[0]?.message ?? refusal.message));
    },
  });
  const readFile = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > largestFile) return setSaid(t('versions.tooLarge'));
    try {
      setText(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
      setSaid(t('versions.readFile', { name: file.name }));
    } catch {
      setSaid(t('versions.notText', { name: file.name }));
    }
  };
  const usable = text.trim() !== '' && !storing.isPending;
  return (
    <div className="add-text" data-field={list}>
      <label className="part-label" htmlFor={id}>
        {t('versions.paste')}
      </label>
      <textarea
        id={id}
        className="input input-read"
        rows={8}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="acts">
        <button type="button" className="button" aria-disabled={!usable} onClick={() => usable && storing.mutate()}>
          {t('versions.store')}
        </button>
        <label className="button">
          {t('versions.file')}
          <input
            className="vh"
            type="file"
            accept="text/plain,.txt,.md"
            onChange={(event) => void readFile(event.target.files?.[0])}
          />
        </label>
      </div>
      <p className="hint" role="status">
        {said}
      </p>
    </div>
  );
}
