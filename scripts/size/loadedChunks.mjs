import { parse } from 'node:path';

const nameOf = (file) => parse(file).base;

/** The chunk and those that it imports; `follow` says whether one that is imported on demand counts. */
function reach(outputs, from, follow, seen = new Set()) {
  if (seen.has(from)) return seen;
  seen.add(from);
  for (const { path, kind, external } of outputs[from].imports) {
    const name = nameOf(path);
    if (!external && (kind === 'import-statement' || follow(name))) reach(outputs, name, follow, seen);
  }
  return seen;
}

/**
 * A plugin of size-limit: of a bundle in several chunks, only those count that are loaded at once, and of those that are
 * loaded on demand the ones that have a file in them whose path contains one of the check's `lazily`.
 */
export const loadedChunks = {
  name: 'parlour:loaded-chunks',
  async step50(_config, check) {
    const { outputs } = check.esbuildMetafile;
    // It keeps its name; those that are loaded on demand get a hash, also where what loads them was left out.
    const entry = Object.keys(outputs).find(
      (name) => outputs[name].entryPoint && parse(name).name === parse(outputs[name].entryPoint).name,
    );
    const wanted = (name) =>
      (check.lazily ?? []).some((piece) => Object.keys(outputs[name].inputs).some((input) => input.includes(piece)));
    const chunks = [...reach(outputs, entry, wanted)];
    check.bundles = chunks.map((name) => outputs[name].path);
    check.parts = chunks
      .flatMap((name) => Object.entries(outputs[name].inputs))
      .map(([input, { bytesInOutput }]) => [input, bytesInOutput])
      .sort(([, a], [, b]) => b - a);
  },
};
