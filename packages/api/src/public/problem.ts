// What may be said of an error, for doors that are not tRPC's own: they stand on the public part of this package alone.
export { problemOf } from '../errors';
