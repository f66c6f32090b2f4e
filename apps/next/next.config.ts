import type { NextConfig } from 'next';

const config: NextConfig = {
  // The dev badge would lie over the corner of the page.
  devIndicators: false,
};

export default config;
