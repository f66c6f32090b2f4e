import type { Connection } from '../../wire.ts';
import { paths } from '../router.ts';
import { Ago } from './Ago.tsx';
import { Link } from './Link.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { useSession } from './session.ts';
import { StatusBadge } from './StatusBadge.tsx';

interface ConnectionTableProps {
  readonly connections: readonly Connection[];
  readonly onRemove: (connection: Connection) => Promise<boolean>;
}

/** The workspace's connections. */
export function ConnectionTable({ connections, onRemove }: ConnectionTableProps) {
  const { info } = useSession();
  return (
    <table class="rows">
      <caption class="unseen">Connections</caption>
      <thead>
        <tr>
          <th scope="col">Connection</th>
          <th scope="col" class="wide">
            Status
          </th>
          <th scope="col" class="wide">
            Added
          </th>
          <th scope="col" class="end">
            <span class="unseen">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {connections.map((connection) => (
          <tr key={connection.id} data-testid="connection-row">
            <th scope="row">
              <span class="cell">
                <span class="tile wide" aria-hidden="true">
                  {connection.provider_name.slice(0, 1)}
                </span>
                <span>
                  {connection.name}
                  <span class="sub">
                    {connection.provider_name}
                    {connection.key_hint && (
                      <>
                        {' · '}
                        <span aria-hidden="true">••••</span>
                        <span class="unseen">key ending in </span>
                        {connection.key_hint}
                      </>
                    )}
                  </span>
                  <span class="narrow">
                    <StatusBadge status={connection.status} />
                  </span>
                </span>
              </span>
            </th>
            <td class="wide">
              <StatusBadge status={connection.status} />
            </td>
            <td class="wide quiet">
              <Ago time={connection.created_at} />
            </td>
            <td class="end">
              <span class="row-actions">
                <Link to={paths.mappings(connection.id)} class="button bare" testId="mappings-link">
                  Mappings<span class="unseen"> of {connection.name}</span>
                </Link>
                {info.can_edit && (
                  <RemoveButton
                    verb="Remove"
                    what={connection.name}
                    warning="Its rules go too."
                    onRemove={() => onRemove(connection)}
                  />
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
