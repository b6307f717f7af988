'use client';

import type { Kind } from '@rapporteur/domain/kinds';
import { createContext, use } from 'react';

/** Opens the making of a record that is missing, and hands over its id once it is made. */
export type Create = (kind: Kind, typed: string, made: (id: string) => void) => void;

/** Without one, a record cannot be made here: a record that is being made does not make another. */
export const CreateContext = createContext<Create | undefined>(undefined);

export const useCreate = (): Create | undefined => use(CreateContext);
