// Builds the package: `pnpm --filter @rapporteur/client build` writes dist/client.js and its types. The types of the record
// are those of the public router, written out, so that whoever installs the package needs nothing of the server.
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';

const home = fileURLToPath(new URL('..', import.meta.url));

/** Builds into a folder. Answers which files are in the bundle, by their places below the package. */
export async function buildClient(outdir) {
  const { metafile } = await build({
    absWorkingDir: home,
    entryPoints: ['src/client.ts'],
    outfile: path.join(outdir, 'client.js'),
    bundle: true,
    minifySyntax: true,
    platform: 'neutral',
    format: 'esm',
    target: 'es2022',
    metafile: true,
  });
  writeTypes(outdir);
  // Whoever is handed the package is handed its licence.
  copyFileSync(path.join(home, '../../LICENSE'), path.join(outdir, 'LICENSE'));
  return Object.keys(metafile.inputs);
}

function writeTypes(outdir) {
  const { config } = ts.readConfigFile(path.join(home, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, home);
  const entry = path.join(home, 'src/client.ts');
  const program = ts.createProgram([entry], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: outdir,
    rootDir: path.join(home, 'src'),
  });
  const calls = program.getSourceFile(path.join(home, 'src/calls.ts'));
  for (const file of program.getSourceFiles()) {
    if (path.dirname(file.fileName) !== path.join(home, 'src') || file === calls) continue;
    program.emit(file, (name, text) => ts.sys.writeFile(name, withExtensions(text)));
  }
  ts.sys.writeFile(path.join(outdir, 'calls.d.ts'), writtenOut(program.getTypeChecker(), calls));
}

/** Where Node.js resolves modules, a file is named with its extension (TypeScript's `nodenext`); bundlers take that as well. */
const withExtensions = (text) => text.replaceAll(/(?<=(?:from |import\()['"])\.\/[a-z-]+(?=['"])/g, '$&.js');

/** The declarations of a file with every type in full: no name in them comes from elsewhere. */
function writtenOut(checker, file) {
  const flags =
    ts.NodeBuilderFlags.NoTruncation | ts.NodeBuilderFlags.InTypeAlias | ts.NodeBuilderFlags.MultilineObjectLiterals;
  const printer = ts.createPrinter();
  return file.statements
    .filter(ts.isTypeAliasDeclaration)
    .map((declaration) => {
      const areas = checker
        .getTypeAtLocation(declaration.name)
        .getProperties()
        .map((area) => {
          const procedures = checker
            .getTypeOfSymbol(area)
            .getProperties()
            .map((procedure) => {
              const node = checker.typeToTypeNode(checker.getTypeOfSymbol(procedure), file, flags);
              return `    ${procedure.name}: ${printer.printNode(ts.EmitHint.Unspecified, node, file)};`;
            });
          return `  ${area.name}: {\n${procedures.join('\n')}\n  };`;
        });
      return `export interface ${declaration.name.text} {\n${areas.join('\n')}\n}\n`;
    })
    .join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildClient(path.join(home, 'dist'));
