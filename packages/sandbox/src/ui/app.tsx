import { useEffect, useState } from 'preact/hooks';
import { useLoaded } from './api/useLoaded.ts';
import type { Workspace } from './api/workspace.ts';
import type { Frame } from './frame/startFrame.ts';
import { CurrentPage } from './pages/CurrentPage.tsx';
import { SignInPage } from './pages/SignInPage.tsx';
import { Failure } from './parts/Failure.tsx';
import { Loading } from './parts/Loading.tsx';
import { SessionContext } from './parts/session.ts';
import { Shell } from './parts/Shell.tsx';
import { readRoute, sectionOf, type Router } from './router.ts';

interface AppProps {
  readonly frame: Frame;
  readonly workspace: Workspace;
  readonly router: Router;
}

/** The embed: signing in, then the session's pages. */
export function App({ frame, workspace, router }: AppProps) {
  const status = useFrameStatus(frame);
  const [begun, setBegun] = useState(false);
  if (status === 'authenticated' && !begun) setBegun(true);
  return (
    <>
      {status !== 'authenticated' && <SignInPage status={status} />}
      {/* Hidden and not taken away while the session is out: what the user has typed is there when it comes back. */}
      {begun && (
        <div hidden={status !== 'authenticated'}>
          <SignedIn workspace={workspace} router={router} />
        </div>
      )}
    </>
  );
}

function SignedIn({ workspace, router }: Omit<AppProps, 'frame'>) {
  const path = usePath(router);
  const { data: info, error, reload } = useLoaded(workspace.session, []);
  if (!info) {
    return <main class="page">{error ? <Failure error={error} retry={reload} /> : <Loading rows={8} />}</main>;
  }
  const route = readRoute(path);
  return (
    <SessionContext.Provider value={{ info, workspace, router }}>
      <Shell info={info} section={sectionOf(route)}>
        <CurrentPage key={path} route={route} />
      </Shell>
    </SessionContext.Provider>
  );
}

function useFrameStatus(frame: Frame) {
  const [status, setStatus] = useState(frame.status());
  useEffect(() => {
    setStatus(frame.status());
    return frame.onStatus(() => setStatus(frame.status()));
  }, [frame]);
  return status;
}

function usePath(router: Router) {
  const [path, setPath] = useState(router.path());
  useEffect(() => router.onMove(setPath), [router]);
  return path;
}
