import { MeshesEmbed, useMeshesEmbed, formatDiagnosis, type MeshesEmbedHandle } from '@meshes-embed/react';
import { useRef } from 'react';
export function Page() {
  const ref = useRef<MeshesEmbedHandle>(null);
  const { container, view } = useMeshesEmbed({ endpoint: '/api/meshes', page: 'rules' });
  return (
    <>
      <MeshesEmbed
        ref={ref}
        endpoint="/api/meshes"
        className="card"
        onPageChange={(page) => page.length}
        loading={<p>{view.status}</p>}
      />
      <div ref={container} onClick={() => ref.current && formatDiagnosis(ref.current)} />
      {/* @ts-expect-error -- nothing says where sessions come from */}
      <MeshesEmbed />
    </>
  );
}
