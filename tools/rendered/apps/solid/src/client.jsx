import { hydrate } from 'solid-js/web';
import { Integrations } from './Integrations.jsx';

hydrate(() => <Integrations />, document.querySelector('#app'));
