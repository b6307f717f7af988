// Node 20 has WebAssembly; only the types of the browser declare it.
/// <reference lib="dom" />
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { DiffTarget, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import { poolConfig, type Connection } from './connection';
import { migrationFiles, migrationsFolder, prismaFolder } from './migrations';

const everything = { externalTables: [], externalEnums: [] };

/**
 * Works with Prisma's own schema engine as WebAssembly: no binary to download, the same migrations. The engine leaves its
 * connections open when it is freed, and an open connection keeps a database from being cloned or dropped: they end here.
 */
async function withEngine<T>(connection: Connection, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const module = await loadEngine();
  const factory = new PrismaPg(poolConfig(connection, { max: 2, statementTimeout: 0 }));
  const opened: PgAdapter[] = [];
  const open = async (adapter: Promise<PgAdapter>) => {
    opened.push(await adapter);
    return adapter;
  };
  const adapter = {
    provider: 'postgres' as const,
    adapterName: factory.adapterName,
    connect: async () => withWholeScripts(await open(factory.connect())),
    connectToShadowDb: () => open(factory.connectToShadowDb()),
  };
  try {
    const bound = bindMigrationAwareSqlAdapterFactory(adapter);
    const engine = await module.SchemaEngine.new({ datamodels: undefined }, () => undefined, bound);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await Promise.all(
      opened.map(async (each) => (each.underlyingDriver().ending ? undefined : each.underlyingDriver().end())),
    );
  }
}

type PgAdapter = Awaited<ReturnType<PrismaPg['connect']>>;

// adapter-pg cuts a script at every semicolon, which breaks function bodies. Sent whole it also is one transaction: a
// migration that fails leaves nothing behind.
function withWholeScripts(adapter: PgAdapter): PgAdapter {
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script);
  };
  return adapter;
}

type EngineModule = typeof import('@prisma/schema-engine-wasm');
let loaded: Promise<EngineModule> | undefined;

// The package's own entry imports the .wasm file as a module, which Node 20 does not do; so it is instantiated here.
function loadEngine(): Promise<EngineModule> {
  loaded ??= (async () => {
    const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const bindings: EngineModule & { __wbg_set_wasm(exports: WebAssembly.Exports): void } = await import(glue);
    const bytes = readFileSync(path.join(path.dirname(glue), 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, {
      './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
    });
    bindings.__wbg_set_wasm(instance.exports);
    const start = instance.exports['__wbindgen_start'];
    if (typeof start === 'function') start();
    return bindings;
  })();
  return loaded;
}

function migrationList(): MigrationList {
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(path.join(migrationsFolder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationFiles().map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: script } },
    })),
  };
}

/** Applies the migrations that a database does not have yet; gives their names. */
export async function applyMigrations(connection: Connection): Promise<string[]> {
  return withEngine(connection, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(),
      filters: everything,
    });
    return appliedMigrationNames;
  });
}

/** The SQL that makes the tables of the Prisma schema in an empty database. */
export async function schemaScript(connection: Connection): Promise<string> {
  const folder = path.join(prismaFolder, 'schema');
  const files = readdirSync(folder).map((name) => ({
    path: path.join(folder, name),
    content: readFileSync(path.join(folder, name), 'utf8'),
  }));
  const to: DiffTarget = { tag: 'schemaDatamodel', files };
  return withEngine(connection, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'empty' },
      to,
      script: true,
      exitCode: null,
      filters: everything,
    });
    return stdout ?? '';
  });
}
