'use client';

import { links, type StatementContent } from '@rapporteur/domain/content/statement';
import type { ShapeOf } from '@rapporteur/domain/content/shape';
import { word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { Icon } from '../../app/shell/desk-icon';
import { useDraft, useField, useStore } from '../draft/context';
import { reorderItems, valueAt } from '../draft/draft';
import { Item, Part, useAdd, useLength, type ItemsProps } from '../fields/items';
import { useReference } from '../reference/book';

type Link = StatementContent['attribution'][number];

/**
 * How the words reached us, from the speaker outwards: speaker → spokesperson → reporter → outlet → wire. A link is added
 * where it belongs; one without a name is kept, because "not named" is something readers must know.
 */
export function Attribution(props: ItemsProps) {
  const t = useTranslations('editor');
  const { pointer, shape } = props;
  const store = useStore();
  const length = useLength(pointer);
  const add = useAdd(props);
  const speaker = useDraft((draft) => valueAt(draft, '/speaker'));
  const used = useDraft((draft) => linksOf(valueAt(draft, pointer)).join(' ')).split(' ');
  const addLink = (link: Link['link']) => {
    add({ link, actor: link === 'speaker' && speaker !== '' ? speaker : null });
    store.edit(`${pointer} +`, (draft) => reorderItems(draft, pointer, orderOf(valueAt(draft, pointer))));
  };
  return (
    <>
      <Chain list={pointer} />
      <ol className="items items--chain">
        {Array.from({ length }, (_, index) => (
          <Item key={index} list={pointer} index={index} length={length}>
            <AttributionLink pointer={`${pointer}/${index}`} shape={shape.item as ShapeOf<'group'>} />
          </Item>
        ))}
      </ol>
      <div className="acts" role="group" aria-label={t('attribution.add')}>
        {links.map((link) => (
          <button key={link} type="button" className="button" onClick={() => addLink(link)}>
            <Icon name="i-plus" /> {word(link)}
            {used.includes(link) && <span className="vh">{t('attribution.another')}</span>}
          </button>
        ))}
      </div>
    </>
  );
}

function AttributionLink({ pointer, shape }: { pointer: string; shape: ShapeOf<'group'> }) {
  const [actor] = useField(`${pointer}/actor`);
  const names = typeof actor === 'string' ? ['link', 'actor'] : ['link', 'actor', 'name'];
  return names.map((name) => {
    const field = shape.fields[name];
    return field === undefined ? null : <Part key={name} pointer={`${pointer}/${name}`} shape={field} />;
  });
}

/** The chain in a line, as readers will see it. */
function Chain({ list }: { list: string }) {
  const t = useTranslations('editor');
  const chain = useDraft((draft) => valueAt(draft, list)) as readonly Link[] | undefined;
  if (chain === undefined || chain.length === 0) return null;
  return (
    <ol className="chain-line" aria-label={t('attribution.chain')}>
      {chain.map((link, index) => (
        <li key={index}>
          <span className="hint">{typeof link.link === 'string' ? word(link.link) : t('choose')}</span>
          <ChainName link={link} />
        </li>
      ))}
    </ol>
  );
}

function ChainName({ link }: { link: Link }) {
  const t = useTranslations('editor');
  const reference = useReference(link.actor ?? '');
  return <strong>{reference?.title ?? link.name ?? t('attribution.notNamed')}</strong>;
}

const linksOf = (value: unknown): (Link['link'] | null)[] =>
  ((value as readonly Partial<Link>[] | undefined) ?? []).map(({ link }) => link ?? null);

/** The links from the speaker outwards; links of one kind, and those not chosen yet, keep their order. */
function orderOf(value: unknown): number[] {
  const rank = (link: Link['link'] | null) => (link === null ? links.length : links.indexOf(link));
  return linksOf(value)
    .map((link, index) => ({ rank: rank(link), index }))
    .toSorted((one, other) => one.rank - other.rank || one.index - other.index)
    .map(({ index }) => index);
}
