'use client';

import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '../../app/shell/desk-icon';
import { toggleList } from './nodes';
import { useTiptapState } from './use-tiptap';

interface Props {
  editor: Editor;
  onCite: () => void;
  citing: boolean;
}

/** What can be done with the text. Every button has its key in the text, and says whether it is on. */
export function Toolbar({ editor, onCite, citing }: Props) {
  const t = useTranslations('editor');
  const [linking, setLinking] = useState(false);
  const active = useTiptapState(editor, activeTools).split(' ');
  const isOn = (tool: string) => active.includes(tool);
  const run = (command: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>) => () =>
    void command(editor.chain().focus()).run();
  const link = () => {
    if (isOn('link')) editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
    else setLinking(true);
  };
  return (
    <>
      <div className="toolbar" role="toolbar" aria-label={t('article.tools')}>
        <Tool
          name={t('article.strong')}
          on={isOn('strong')}
          onPress={run((chain) => chain.toggleMark('strong'))}
          look="strong"
        />
        <Tool
          name={t('article.emphasis')}
          on={isOn('emphasis')}
          onPress={run((chain) => chain.toggleMark('emphasis'))}
          look="em"
        />
        <Tool
          name={t('article.heading')}
          on={isOn('heading')}
          onPress={run((chain) => chain.toggleNode('heading', 'paragraph'))}
        />
        <Tool
          name={t('article.quotation')}
          on={isOn('quotation')}
          onPress={run((chain) => chain.toggleWrap('quotation'))}
        />
        <Tool name={t('article.bullets')} on={isOn('bullets')} onPress={() => void toggleList(editor, false)} />
        <Tool name={t('article.numbers')} on={isOn('numbers')} onPress={() => void toggleList(editor, true)} />
        <Tool name={t('article.link')} on={isOn('link')} onPress={link} />
        <button type="button" className="button" aria-pressed={citing} onClick={onCite}>
          <Icon name="i-link" /> {t('article.cite')}
          <kbd>@</kbd>
        </button>
      </div>
      {linking && (
        <LinkForm
          done={(href) => {
            setLinking(false);
            if (href !== null) editor.chain().focus().setMark('link', { href }).run();
            else editor.commands.focus();
          }}
        />
      )}
    </>
  );
}

/** The names of the tools that are on where the caret is. */
function activeTools(editor: Editor): string {
  const on = {
    strong: editor.isActive('strong'),
    emphasis: editor.isActive('emphasis'),
    heading: editor.isActive('heading'),
    quotation: editor.isActive('quotation'),
    bullets: editor.isActive('list', { ordered: false }),
    numbers: editor.isActive('list', { ordered: true }),
    link: editor.isActive('link'),
  };
  return Object.entries(on)
    .filter(([, active]) => active)
    .map(([tool]) => tool)
    .join(' ');
}

interface ToolProps {
  name: string;
  on: boolean;
  onPress: () => void;
  look?: 'strong' | 'em';
}

function Tool({ name, on, onPress, look: Look }: ToolProps) {
  return (
    <button type="button" className="button" aria-pressed={on} onClick={onPress}>
      {Look === undefined ? name : <Look>{name}</Look>}
    </button>
  );
}

function LinkForm({ done }: { done: (href: string | null) => void }) {
  const t = useTranslations('editor');
  const [href, setHref] = useState('');
  const usable = /^https?:\/\//i.test(href) && URL.canParse(href);
  return (
    <div className="article-pick">
      <input
        className="input"
        type="url"
        autoFocus
        aria-label={t('article.address')}
        placeholder="https://"
        value={href}
        onChange={(event) => setHref(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') done(null);
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (usable) done(href);
        }}
      />
      <button type="button" className="button" aria-disabled={!usable} onClick={() => usable && done(href)}>
        {t('article.setLink')}
      </button>
      <button type="button" className="button" onClick={() => done(null)}>
        {t('article.cancel')}
      </button>
    </div>
  );
}
