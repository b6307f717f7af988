import type { NextConfig } from 'next';

const config: NextConfig = {
  transpilePackages: ['@rapporteur/api', '@rapporteur/core', '@rapporteur/db', '@rapporteur/domain', '@rapporteur/ui'],
  serverExternalPackages: [
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
    'better-auth',
    '@node-rs/argon2',
    'nodemailer',
  ],
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // The server in front compresses nothing here: answers hold secrets beside text that others wrote.
  compress: false,
};

export default config;
