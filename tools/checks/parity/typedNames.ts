import { join, sep } from 'node:path';
import {
  type CompilerOptions,
  createProgram,
  JsxEmit,
  ModuleKind,
  ModuleResolutionKind,
  type Program,
  ScriptTarget,
  type Symbol,
  SymbolFlags,
} from 'typescript';
import { root } from '../../workspace/paths.ts';

const options: CompilerOptions = {
  target: ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ModuleKind.Preserve,
  moduleResolution: ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  jsx: JsxEmit.ReactJSX,
  noEmit: true,
  strict: true,
  types: [],
};

/** A type that a source exports. */
export interface TypeAddress {
  /** The source's path from the workspace's folder. */
  source: string;
  type: string;
}

/** Whether a framework declares the property, as it does attributes. One that a type makes of others has no declaration. */
const isForeign = ({ declarations = [] }: Symbol): boolean =>
  declarations.some((declaration) => declaration.getSourceFile().fileName.includes('node_modules'));

function namesOf(program: Program, { source, type }: TypeAddress): string[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(join(root, source).replaceAll(sep, '/'));
  const scope = file && checker.getSymbolAtLocation(file);
  const found = scope && checker.getExportsOfModule(scope).find(({ name }) => name === type);
  if (found === undefined) throw new Error(`${source} exports no type ${type}`);
  const declared = checker.getDeclaredTypeOfSymbol(
    found.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found,
  );
  return checker
    .getPropertiesOfType(declared)
    .filter((property) => !isForeign(property))
    .map(({ name }) => name);
}

/** The names of the properties that types of this workspace's packages have, as the compiler sees them, without those that a framework declares. */
export function typedNames(addresses: readonly TypeAddress[]): string[][] {
  const program = createProgram([...new Set(addresses.map(({ source }) => join(root, source)))], options);
  return addresses.map((address) => namesOf(program, address));
}
