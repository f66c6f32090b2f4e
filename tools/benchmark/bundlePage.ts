import { rolldown } from 'rolldown';

/** A page with this script in it. */
export function pageWith(script: string): string {
  return `<!doctype html><title>Launch</title><main></main><script type="module">${script.replaceAll('</script', '<\\/script')}</script>`;
}

/** Bundles a page's script as an app's production build does, with what it imports as seen from this folder. */
export async function bundlePage(folder: string, source: string): Promise<string> {
  const input = `${folder}/benchmark-page.js`;
  const build = await rolldown({
    input,
    platform: 'browser',
    logLevel: 'silent',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      { name: 'page', resolveId: (id) => (id === input ? id : null), load: (id) => (id === input ? source : null) },
    ],
  });
  const { output } = await build.generate({ format: 'es', minify: true });
  await build.close();
  return output[0].code;
}
