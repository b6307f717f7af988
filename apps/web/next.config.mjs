// Plain JavaScript: a configuration in TypeScript is compiled again at every start, by a compiler that stays in memory.

/** @type {import('next').NextConfig} */
const config = {
  // Types are checked by `check:types`: whoever starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // The server in front compresses once per page, not once per request.
  compress: false,
  // Metadata belongs in the head of a complete page: no page is streamed, nobody is left to move it there by script.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  productionBrowserSourceMaps: false,
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'fontkit', 'pg', 'sharp'],
  transpilePackages: ['@rapporteur/api', '@rapporteur/core', '@rapporteur/db', '@rapporteur/domain', '@rapporteur/ui'],
};

export default config;
