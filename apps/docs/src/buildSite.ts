// `pnpm build:site`: the whole site as files for any host, into dist/site. SITE_BASE says where it lies there.
import { cpSync } from 'node:fs';
import { build } from 'vitepress';
import { brokenLinks } from './brokenLinks.ts';
import { writeInPageFiles } from './inPageFiles.ts';
import { gather } from './gather/gather.ts';
import { appFolder, contentFolder, repository } from './gather/repository.ts';
import { writePlainPages } from './plainPages.ts';
import { writeReference } from './reference.ts';
import { siteBase } from './siteBase.ts';

const siteFolder = `${appFolder}dist/site/`;

const pages = [...gather(), ...(await writeReference())];
await writeInPageFiles();
cpSync(`${appFolder}static`, `${contentFolder}public`, { recursive: true });
await build(appFolder);
writePlainPages(pages, siteFolder, siteBase);
cpSync(`${repository}apps/visualizer/dist/site`, `${siteFolder}visualizer`, { recursive: true });

const broken = brokenLinks(siteFolder, siteBase);
for (const one of broken) console.error(one);
if (broken.length > 0) process.exitCode = 1;
