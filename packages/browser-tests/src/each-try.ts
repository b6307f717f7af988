import { beforeEach } from 'vitest';
import { nextTry } from './mark';

// Runs before each file, and before each try of a test: what others left in the record, or a first try, is in nobody's way.
nextTry();
beforeEach(nextTry);
