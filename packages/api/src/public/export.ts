import { readExports } from '@rapporteur/core/export/read';
import { exportList } from '@rapporteur/domain/export-views';
import { z } from 'zod';
import { publicProcedure, router } from './procedure';

/** The whole public record, to download. */
export const exportRouter = router({
  list: publicProcedure
    .input(z.strictObject({}))
    .output(exportList)
    .query(({ ctx }) => ctx.read((published) => readExports(published))),
});
