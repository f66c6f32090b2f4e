import '@meshes-embed/element';
import { accessToken, csrfToken } from './signIn.ts';
import { startTracing } from './tracing.ts';

const api = import.meta.env['VITE_API_URL'] as string;
startTracing(api);

const embed = document.createElement('meshes-embed');
embed.endpoint = `${api}/meshes`;
embed.headers = async () => ({ authorization: `Bearer ${await accessToken(api)}`, 'x-csrf-token': csrfToken() });
embed.credentials = 'omit';
embed.allowInsecureLocalhost = import.meta.env['VITE_SANDBOX'] === 'yes';
document.querySelector('main')?.append(embed);
