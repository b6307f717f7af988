import type { Token } from '../../text/tokens';
import type { Unit } from '../unit';
import type { Names } from './phrases';

/** One unit as it is taken apart. */
export interface Work {
  unit: Unit;
  low: number;
  tokens: Token[];
  names: Names;
}
