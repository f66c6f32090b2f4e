import { useSession } from '../parts/session.ts';
import { sectionOf, type Route } from '../router.ts';
import { ConnectionsPage } from './ConnectionsPage.tsx';
import { DashboardPage } from './DashboardPage.tsx';
import { EventPage } from './EventPage.tsx';
import { EventsPage } from './EventsPage.tsx';
import { MappingsPage } from './MappingsPage.tsx';
import { OtherPage } from './OtherPage.tsx';
import { RulesPage } from './RulesPage.tsx';

/** The page of a route, where the session may see it (contract §3). */
export function CurrentPage({ route }: { readonly route: Route }) {
  const { info } = useSession();
  if (route.page !== 'unknown' && !info.pages.includes(sectionOf(route))) return <OtherPage exists />;
  switch (route.page) {
    case 'dashboard':
      return <DashboardPage />;
    case 'connections':
      return <ConnectionsPage />;
    case 'rules':
      return <RulesPage />;
    case 'events':
      return <EventsPage />;
    case 'event':
      return <EventPage id={route.id} />;
    case 'mappings':
      return <MappingsPage connectionId={route.connectionId} />;
    case 'unknown':
      return <OtherPage exists={false} />;
  }
}
