import { createApp } from 'vue';
import { createRouter, createWebHistory, RouterView } from 'vue-router';
import IntegrationsPage from './IntegrationsPage.vue';

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/integrations/:page', component: IntegrationsPage },
    { path: '/:rest(.*)', redirect: '/integrations/dashboard' },
  ],
});

// Signs in at the sample backend. Leave it out: in your product, your users are signed in already.
await fetch('/api/me');

createApp(RouterView).use(router).mount('#root');
