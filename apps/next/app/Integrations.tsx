'use client';

import { MeshesEmbed, type EmbedStatus, type MeshesEmbedHandle } from '@meshes-embed/react';
import { useRef, useState } from 'react';

/** The embed, with its status and a button. A client component, as it hands functions to the embed. */
export function Integrations() {
  const embed = useRef<MeshesEmbedHandle>(null);
  const [status, setStatus] = useState<EmbedStatus>('idle');
  return (
    <>
      <p className="facts">
        <span>
          Status: <output data-testid="status">{status}</output>
        </span>
        <button type="button" data-testid="refresh" onClick={() => embed.current?.refresh()}>
          Refresh token
        </button>
      </p>
      <div className="card">
        {/* allowInsecureLocalhost is for a sandbox on your own machine; it admits nothing but loopback. */}
        <MeshesEmbed
          ref={embed}
          data-testid="embed"
          endpoint="/api/meshes"
          title="Integrations"
          allowInsecureLocalhost
          onStatusChange={setStatus}
        />
      </div>
    </>
  );
}
