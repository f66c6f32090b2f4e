// Not run: the compiler is the test, and an error that is expected and does not come is one.
import type { ComponentProps, ReactElement } from 'react';
import {
  MeshesEmbed,
  useMeshesEmbed,
  type EmbedSettings,
  type MeshesEmbedOptions,
  type MeshesEmbedProps,
} from '../src/index.ts';

declare const functions: Required<Pick<EmbedSettings, 'fetchSession' | 'refreshSession'>>;
declare const options: MeshesEmbedOptions;
declare const props: MeshesEmbedProps;
declare const taken: ComponentProps<typeof MeshesEmbed>;
declare const mayCome: string | undefined;

/** A component of a host's own around the embed. */
export function Integrations({ heading, ...rest }: MeshesEmbedProps & { readonly heading: string }): ReactElement {
  return (
    <section aria-label={heading}>
      <MeshesEmbed {...rest} className="card" />
    </section>
  );
}

export function right(): ReactElement[] {
  useMeshesEmbed(options);
  useMeshesEmbed({ endpoint: mayCome, onNavigate: ({ page }) => page });
  return [
    <MeshesEmbed key="endpoint" endpoint="/api/meshes" id="embed" data-testid="embed" aria-label="Integrations" />,
    <MeshesEmbed
      key="url"
      endpoint={new URL('https://example.test/api/meshes')}
      onResize={(height) => height.toFixed()}
    />,
    <MeshesEmbed key="functions" {...functions} />,
    <MeshesEmbed key="both" {...functions} endpoint="/api/meshes" />,
    <MeshesEmbed key="options" {...options} page="rules" />,
    <MeshesEmbed key="props" {...props} />,
    <MeshesEmbed key="taken" {...taken} />,
    <MeshesEmbed key="later" endpoint={mayCome} />,
    <Integrations key="own" heading="Integrations" endpoint="/api/meshes" />,
  ];
}

export function wrong(): ReactElement[] {
  // @ts-expect-error -- nothing says where sessions come from
  useMeshesEmbed({});
  return [
    // @ts-expect-error -- nothing says where sessions come from
    <MeshesEmbed key="nothing" />,
    // @ts-expect-error -- one function of two
    <MeshesEmbed key="half" fetchSession={functions.fetchSession} />,
    // @ts-expect-error -- nothing says where sessions come from
    <Integrations key="own" heading="Integrations" />,
    // @ts-expect-error -- no such page
    <MeshesEmbed key="page" endpoint="/api/meshes" page="members" />,
    // @ts-expect-error -- CSS px, as a number
    <MeshesEmbed key="height" endpoint="/api/meshes" minHeight="600px" />,
    // @ts-expect-error -- gets the height, and not the DOM's event
    <MeshesEmbed key="event" endpoint="/api/meshes" onResize={(event: UIEvent) => event.detail} />,
    // @ts-expect-error -- it shows a workspace, and nothing of the host's own
    <MeshesEmbed key="children" endpoint="/api/meshes">
      <p />
    </MeshesEmbed>,
  ];
}
