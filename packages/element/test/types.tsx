// Not run: the compiler is the test, and an error that is expected and does not come is one.
import { createRef, type ReactElement } from 'react';
import type {
  EmbedProblem,
  EmbedSettings,
  EmbedStatus,
  LaunchPage,
  MeshesEmbedProps,
  NavigateMessage,
  SessionChange,
  TraceEvent,
} from '../src/index.ts';
import type { MeshesEmbedElement } from '../src/react.ts';

type Same<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;
function holds<_Fact extends true>(): void {}

export function inTypeScript(): void {
  const element = document.createElement('meshes-embed');
  holds<Same<typeof element, MeshesEmbedElement>>();
  holds<Same<typeof element.page, LaunchPage | undefined>>();
  element.minHeight = 600;
  element.endpoint = new URL('https://example.com/api/meshes');
  // @ts-expect-error -- CSS px, as a number
  element.minHeight = '600px';
  // @ts-expect-error -- no such page
  element.page = 'settings';
  // @ts-expect-error -- told, not set
  element.view = null;

  element.addEventListener('statuschange', ({ detail }) => holds<Same<typeof detail, EmbedStatus>>());
  element.addEventListener('navigate', ({ detail }) => holds<Same<typeof detail, NavigateMessage>>());
  element.addEventListener('resize', ({ detail }) => holds<Same<typeof detail, number>>());
  element.addEventListener('sessionchange', ({ detail }) => holds<Same<typeof detail, SessionChange>>());
  element.addEventListener('problem', ({ detail }) => holds<Same<typeof detail, EmbedProblem>>());
  element.addEventListener('trace', ({ detail }) => holds<Same<typeof detail, TraceEvent>>());
  element.addEventListener('click', (event) => holds<Same<typeof event, PointerEvent>>());
  const note = ({ detail }: CustomEvent<NavigateMessage>): string | null => detail.page;
  element.removeEventListener('navigate', note);
}

export function InReact(): ReactElement {
  const embed = createRef<MeshesEmbedElement>();
  return (
    <meshes-embed
      ref={embed}
      id="embed"
      className="card"
      endpoint="/api/meshes"
      minHeight={600}
      expected={{ role: 'admin' }}
      onnavigate={({ detail }) => detail.page}
    >
      <p slot="loading">One moment</p>
    </meshes-embed>
  );
}

export function wrongInReact(): ReactElement[] {
  return [
    // @ts-expect-error -- no such page
    <meshes-embed key="page" endpoint="/api/meshes" page="settings" />,
    // @ts-expect-error -- the value is in detail
    <meshes-embed key="event" endpoint="/api/meshes" onresize={(height: number) => height} />,
    // @ts-expect-error -- nothing says where sessions come from
    <meshes-embed key="nothing" />,
    // @ts-expect-error -- one function of two
    <meshes-embed key="half" fetchSession={functions.fetchSession} />,
  ];
}

declare const functions: Required<Pick<EmbedSettings, 'fetchSession' | 'refreshSession'>>;
declare const typed: MeshesEmbedProps;
declare const mayCome: string | undefined;

export function sourcesInReact(): ReactElement[] {
  return [
    <meshes-embed key="functions" {...functions} />,
    <meshes-embed key="typed" {...typed} page="rules" />,
    <meshes-embed key="later" endpoint={mayCome} />,
  ];
}
