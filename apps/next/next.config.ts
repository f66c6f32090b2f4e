import type { NextConfig } from 'next';

const config: NextConfig = {
  // Pages are rendered when the app is built, but for what asks for the request; one that is left stays for a while, hidden.
  cacheComponents: true,
  partialPrefetching: true,
  // The dev badge would lie over the corner of the page.
  devIndicators: false,
};

export default config;
