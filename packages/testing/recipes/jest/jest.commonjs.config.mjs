export default {
  testEnvironment: 'jsdom',
  transform: {
    '^.+\\.[jt]sx?$': ['@swc/jest', { jsc: { transform: { react: { runtime: 'automatic' } } } }],
  },
  // Jest leaves what is in node_modules as it is; these packages are modules of the language, which it has to translate.
  transformIgnorePatterns: ['/node_modules/(?!(\\.pnpm|@meshes-embed)/)'],
};
