import type { ComponentChildren } from 'preact';
import type { SessionInfo } from '../../wire.ts';
import { paths } from '../router.ts';
import { Badge } from './Badge.tsx';
import { Link } from './Link.tsx';
import { capitalized } from './text.ts';

interface ShellProps {
  readonly info: SessionInfo;
  /** The page that the navigation marks. */
  readonly section: string;
  readonly children: ComponentChildren;
}

/** What stands around every page: the workspace's name, whom the session stands for, and the session's pages. */
export function Shell({ info, section, children }: ShellProps) {
  return (
    <>
      <header class="top">
        <div class="identity">
          <span class="mark" aria-hidden="true">
            {info.workspace.name.slice(0, 1).toUpperCase()}
          </span>
          <span class="workspace" data-testid="workspace-name">
            {info.workspace.name}
          </span>
          <span class="badges">
            <Badge testId="session-role">{capitalized(info.role)}</Badge>
            {info.session_type === 'dashboard' && <Badge testId="session-type">Dashboard only</Badge>}
            {info.session_type === 'resource' && (
              <Badge testId="session-type">
                {info.resource} {info.resource_id}
              </Badge>
            )}
          </span>
        </div>
        <nav aria-label="Workspace pages" class="tabs">
          {info.pages.map((page) => (
            <Link key={page} to={paths.page(page)} current={page === section} testId={`nav-${page}`}>
              {capitalized(page)}
            </Link>
          ))}
        </nav>
      </header>
      {children}
    </>
  );
}
