// Plain JavaScript: a configuration in TypeScript is compiled again at every start, by a compiler that stays in memory.

import path from 'node:path';

/** @type {import('next').NextConfig} */
const config = {
  // Types are checked by `check:types`: whoever starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: ['@rapporteur/api', '@rapporteur/core', '@rapporteur/db', '@rapporteur/domain', '@rapporteur/ui'],
  serverExternalPackages: [
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
    'better-auth',
    '@node-rs/argon2',
    'nodemailer',
  ],
  turbopack: {
    rules: {
      '*.mjs': {
        condition: {
          all: [
            'browser',
            'foreign',
            {
              path: /[\\/]react-(?:aria|stately|aria-components)[\\/]dist[\\/].*[\\/]intl[\\/].*[a-z]{2}-[A-Z]{2}\.mjs$/,
            },
            { not: { path: /en-US\.mjs$/ } },
          ],
        },
        loaders: [path.join(import.meta.dirname, 'english-only.cjs')],
      },
    },
  },
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // The server in front compresses nothing here: answers hold secrets beside text that others wrote.
  compress: false,
};

export default config;
