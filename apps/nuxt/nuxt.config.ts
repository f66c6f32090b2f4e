export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  css: ['~/styles.css'],
  devtools: { enabled: false },
  app: { head: { htmlAttrs: { lang: 'en' }, link: [{ rel: 'icon', href: 'data:,' }] } },
});
