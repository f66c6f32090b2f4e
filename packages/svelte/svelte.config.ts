// svelte-package works in a folder of its own, which is no source and is not to be committed.
export default { kit: { outDir: 'node_modules/.svelte-package' } };
