import { writeFileSync } from 'node:fs';
import { alignedTable } from '../workspace/alignedTable.ts';
import { hostsDocument, writeDocument } from './document.ts';
import { hosts } from './hosts.ts';
import { faultsOf, playHosts } from './playHosts.ts';
import { startChoices } from './start/choices.ts';
import { followPages } from './start/followPages.ts';

/** What a run came to. */
export interface HostsRun {
  /** For a person, in one line. */
  readonly summary: string;
  readonly faults: readonly string[];
}

/** One of the things that `npm run hosts` does. */
export interface HostsCommand {
  /** The names that may follow, with what each stands for. */
  readonly names: readonly (readonly [name: string, title: string])[];
  /** @param names - only these; none means all, and that the document is written */
  run(names: readonly string[]): Promise<HostsRun>;
}

const chosen = <One>(all: readonly One[], nameOf: (one: One) => string, names: readonly string[]): One[] =>
  all.filter((one) => names.length === 0 || names.includes(nameOf(one)));

/** What it does by the word that follows; without such a word it plays the handler's hosts. */
export const hostsCommands: Readonly<Record<'hosts' | 'start', HostsCommand>> = {
  hosts: {
    names: hosts.map(({ name, title }) => [name, title]),
    async run(names) {
      const results = await playHosts(chosen(hosts, ({ name }) => name, names));
      if (names.length === 0) writeFileSync(hostsDocument, writeDocument(results, new Date()));
      const held = results.flatMap(({ played }) => played).filter(({ fault }) => fault === null).length;
      return { summary: `${held} checks hold in ${results.length} hosts`, faults: results.flatMap(faultsOf) };
    },
  },
  start: {
    names: startChoices.map(({ backend, framework }) => [backend, `with ${framework}`]),
    async run(names) {
      const { live, faults } = await followPages(chosen(startChoices, ({ backend }) => backend, names));
      return { summary: `${live} new apps are live by the words of the start page`, faults };
    },
  },
};

/** The names of a command as a table, for who mistyped one. */
export const namesOf = ({ names }: HostsCommand): string =>
  alignedTable(names.map(([name, title]) => [`  ${name}`, title]));
