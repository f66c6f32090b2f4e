// Run by hand after a pin in the package.json of a server-rendered app has changed.
import { hosts } from './hosts.ts';
import { writeLockfile } from './installHosts.ts';

await writeLockfile(hosts);
