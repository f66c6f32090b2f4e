import { MeshesEmbed, type LaunchPage, type MeshesEmbedHandle } from '@meshes-embed/react';
import { useRef } from 'react';
import { NavLink, useNavigate, useParams } from 'react-router';

const pages: readonly LaunchPage[] = ['dashboard', 'connections', 'rules', 'events'];

/** The route `/integrations/:page`: the embed is at the page that the address names, and the address follows the embed. */
export function IntegrationsPage() {
  const page = useParams()['page'] as LaunchPage;
  const navigate = useNavigate();
  const embed = useRef<MeshesEmbedHandle>(null);

  return (
    <>
      <nav aria-label="Integrations">
        {pages.map((one) => (
          // To a route that is there already, a link leads nowhere: it goes back to the front of that page.
          <NavLink key={one} to={`/integrations/${one}`} onClick={() => one === page && embed.current?.goTo(one)}>
            {one}
          </NavLink>
        ))}
      </nav>
      {/* allowInsecureLocalhost is for a sandbox on your own machine; it admits nothing but loopback. */}
      <MeshesEmbed
        ref={embed}
        endpoint="/api/meshes"
        title="Integrations"
        allowInsecureLocalhost
        page={page}
        onPageChange={(next) => navigate(`/integrations/${next}`)}
      />
    </>
  );
}
