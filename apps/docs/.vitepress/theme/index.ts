import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineAsyncComponent } from 'vue';
import Choice from './Choice.vue';
import ChooseBoth from './ChooseBoth.vue';
import HomePage from './HomePage.vue';
import SiteLayout from './SiteLayout.vue';
import './styles/tokens.css';
import './styles/site.css';
import './styles/choices.css';
import './styles/live.css';

const theme: Theme = {
  extends: DefaultTheme,
  Layout: SiteLayout,
  enhanceApp({ app }) {
    app.component('Choice', Choice);
    app.component('ChooseBoth', ChooseBoth);
    app.component('HomePage', HomePage);
    app.component(
      'LiveExample',
      defineAsyncComponent(() => import('./LiveExample.vue')),
    );
  },
};

// VitePress takes the theme from the default export.
export default theme;
