'use client';

import type { FieldShape } from '@rapporteur/domain/content/shape';
import type { Kind } from '@rapporteur/domain/kinds';
import dynamic from 'next/dynamic';
import type { ComponentType, ReactNode } from 'react';
import { Items, type ItemsProps } from '../fields/items';
import { CapacityOnThatDay } from './capacity';

// What is made by hand for a kind is loaded with the first record of that kind.
const loading = () => <span className="ghost" />;
const Attribution = dynamic(() => import('./attribution').then((module) => module.Attribution), { loading });
const Names = dynamic(() => import('./names').then((module) => module.Names), { loading });
const Periods = dynamic(() => import('./periods').then((module) => module.Periods), { loading });
const Provisions = dynamic(() => import('./provisions').then((module) => module.Provisions), { loading });
const RollCall = dynamic(() => import('./roll-call').then((module) => module.RollCall), { loading });
const Steps = dynamic(() => import('./steps').then((module) => module.Steps), { loading });
const Turns = dynamic(() => import('./turns').then((module) => module.Turns), { loading });
const Versions = dynamic(() => import('./versions').then((module) => module.Versions), { loading });
/** Rich text brings a library of its own. */
const ArticleText = dynamic(() => import('../article/article-text').then((module) => module.ArticleText), {
  ssr: false,
  loading,
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
