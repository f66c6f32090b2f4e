import { toNodeHandler } from '@meshes-embed/node';
import { sessions } from '../../utils/sessions';

// By Node's own request, which tells when the caller leaves; h3's does not. Where Nitro does not run on Node, take
// `defineEventHandler((event) => sessions(toWebRequest(event)))`.
export default fromNodeMiddleware(toNodeHandler(sessions));
