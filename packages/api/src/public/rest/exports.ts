import { exportFile, exportView } from '@rapporteur/domain/export-views';
import { z } from 'zod';
import { endpoint, type Endpoint } from './endpoint';
import { exampleAt } from './examples/pieces';

const address = z.url().meta({ description: 'Its address on the site.' });
const item = exportView.extend({
  href: address,
  files: z.array(exportFile.extend({ href: address })).max(200),
});

const exampleHash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** What of the whole record there is to download. */
export const exportEndpoints: Endpoint[] = [
  endpoint({
    path: '/exports',
    id: 'listExports',
    tag: 'Record',
    summary: 'List what there is to download of the whole record',
    description:
      'The exports of the record, the newest first, with each of their files: address, size and SHA-256. Files never change under their address, and answer `Range`. `href` is the descriptor (Data Package 2.0). There is none for some minutes after the first publication, and after a text was withdrawn.',
    parameters: {},
    query: {},
    answer: z.object({ items: z.array(item).max(10) }),
    selects: 'items',
    ofThePresent: true,
    example: {
      items: [
        {
          version: 42,
          recordedAt: exampleAt,
          madeAt: exampleAt,
          recordHash: exampleHash,
          licence: { id: 'CC-BY-4.0', title: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
          href: 'https://record.example/data/42/datapackage.json',
          files: [
            {
              path: 'tables/actors.csv',
              mediaType: 'text/csv; charset=utf-8; header=present',
              bytes: 1024,
              sha256: exampleHash,
              href: 'https://record.example/data/42/tables/actors.csv',
            },
          ],
        },
      ],
    },
    read: async ({ record, addressOf }) => {
      const { items } = await record.export.list({});
      const at = (version: number, path: string) => new URL(`/data/${version}/${path}`, addressOf('/')).href;
      return {
        answer: {
          items: items.map((each) => ({
            ...each,
            href: at(each.version, 'datapackage.json'),
            files: each.files.map((file) => ({ ...file, href: at(each.version, file.path) })),
          })),
        },
      };
    },
  }),
];
