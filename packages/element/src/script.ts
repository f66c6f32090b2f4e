import './register.ts';

export { MeshesEmbedElement } from './MeshesEmbedElement.ts';
