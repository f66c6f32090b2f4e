import { oneLive, playLeaving } from '@meshes-embed/conformance/play-leaving';
import { Activity, Component, Fragment, Suspense, use, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { MeshesEmbed, useMeshesEmbed } from '../src/index.ts';
import { setUpPage } from './onThePage.ts';

const page = setUpPage();
const embed = (key?: string): ReactNode => <MeshesEmbed key={key} {...page().backend.options} keepAlive />;

/** Renders what holds an embed, then what holds none, and the first one again. */
async function renderBetween(first: ReactNode, between: ReactNode): Promise<void> {
  const { render } = page();
  render(first);
  await oneLive();
  render(between);
  render(first);
}

class Boundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override render(): ReactNode {
    return this.state.failed ? <p>Something else</p> : this.props.children;
  }
}
function Throws(): never {
  throw new Error('thrown on purpose');
}

function OwnLayout(): ReactNode {
  const { container } = useMeshesEmbed({ ...page().backend.options, keepAlive: true });
  return <div ref={container} />;
}

playLeaving('react', () => page().backend, {
  'it is no longer rendered': () => renderBetween(embed(), null),
  'another key': () => renderBetween(embed('first'), embed('second')),
  'what it is in is no longer rendered': () =>
    renderBetween(
      <section>
        <div>{embed()}</div>
      </section>,
      <p>Nothing</p>,
    ),
  '`root.unmount()`': async () => {
    page().render(embed());
    await oneLive();
    page().root.unmount();
    page().root = createRoot(page().place);
    page().render(embed());
  },
  'an error boundary shows something else': async () => {
    page().createRoot({ onCaughtError() {} });
    page().render(<Boundary key="first">{embed()}</Boundary>);
    await oneLive();
    page().render(
      <Boundary key="first">
        {embed()}
        <Throws />
      </Boundary>,
    );
    page().render(<Boundary key="second">{embed()}</Boundary>);
  },
  'hidden by `<Activity>`, and shown': () =>
    renderBetween(<Activity mode="visible">{embed()}</Activity>, <Activity mode="hidden">{embed()}</Activity>),
  'suspended, and shown': async () => {
    const never = new Promise<void>(() => {});
    const Waits = (): ReactNode => use(never) as undefined;
    await renderBetween(
      <Suspense>
        {embed()}
        <Fragment />
      </Suspense>,
      <Suspense>
        {embed()}
        <Waits />
      </Suspense>,
    );
  },
  '`useMeshesEmbed` in a component that goes': () => renderBetween(<OwnLayout />, null),
});
