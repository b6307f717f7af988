'use client';

import type { FieldShape } from '@rapporteur/domain/content/shape';
import type { Kind } from '@rapporteur/domain/kinds';
import dynamic from 'next/dynamic';
import type { ComponentType, ReactNode } from 'react';
import { Items, type ItemsProps } from '../fields/items';
import { Attribution } from './attribution';
import { CapacityOnThatDay } from './capacity';
import { Names } from './names';
import { Periods } from './periods';
import { Provisions } from './provisions';
import { RollCall } from './roll-call';
import { Steps } from './steps';
import { Turns } from './turns';
import { Versions } from './versions';

/** Rich text brings a library of its own, which no other kind needs to load. */
const ArticleText = dynamic(() => import('../article/article-text').then((module) => module.ArticleText), {
  ssr: false,
  loading: () => <span className="ghost" />,
});

const madeByHand: Partial<Record<string, ComponentType<ItemsProps>>> = {
  'actor/names': Names,
  'actor/offices': Periods,
  'actor/memberships': Periods,
  'programme/provisions': Provisions,
  'statement/attribution': Attribution,
  'position/turns': Turns,
  'commitment/steps': Steps,
  'event/choices': RollCall,
  'source/versions': Versions,
};

/** The editor of a field that one control cannot hold: made by hand where it matters, otherwise a list; null for others. */
export function wideEditor(kind: Kind, pointer: string, shape: FieldShape): ReactNode {
  if (shape.form === 'rich') return <ArticleText pointer={pointer} />;
  if (shape.form !== 'list' || shape.item.form !== 'group') return null;
  const Editor = madeByHand[`${kind}${pointer}`] ?? Items;
  return <Editor pointer={pointer} shape={shape} />;
}

/** What helps to fill a field, beside its control. */
export const helper = (kind: Kind, pointer: string): ReactNode =>
  kind === 'statement' && pointer === '/capacity' ? <CapacityOnThatDay pointer={pointer} /> : null;
