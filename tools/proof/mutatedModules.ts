/** A part of a package whose code is mutated. */
export interface MutatedModule {
  readonly name: string;
  readonly title: string;
  /** The package's folder under `packages/`. */
  readonly owner: 'core' | 'node';
  /** What is mutated, and which tests have to notice. By their paths in the package; tests may be patterns. */
  readonly sources: readonly string[];
  readonly tests: readonly string[];
  /** The least score. Percent */
  readonly target: number;
}

/** Every module that is mutated, the quickest first. */
export const mutatedModules: readonly MutatedModule[] = [
  {
    name: 'gate',
    title: 'the trust gate',
    owner: 'core',
    sources: ['src/embed/gate.ts', 'src/protocol/parseEmbedMessage.ts', 'src/protocol/authMessage.ts'],
    tests: ['test/embed/gate.test.ts', 'test/protocol/*.test.ts'],
    target: 95,
  },
  {
    name: 'launch-url',
    title: 'the launch URL',
    owner: 'core',
    sources: ['src/session/launchUrl.ts'],
    tests: ['test/session/launchUrl*.test.ts'],
    target: 95,
  },
  {
    name: 'sessions',
    title: 'session parsing',
    owner: 'core',
    sources: ['src/session/parseSession.ts', 'src/embed/sessionFacts.ts'],
    tests: ['test/session/parseSession.test.ts', 'test/embed/session*.test.ts'],
    target: 95,
  },
  {
    name: 'grants',
    title: 'grants',
    owner: 'node',
    sources: [
      'src/handler/grants.ts',
      'src/handler/grantKeys.ts',
      'src/handler/grantSecrets.ts',
      'src/handler/macKey.ts',
    ],
    tests: ['test/grant*.test.ts', 'test/macKey.test.ts'],
    target: 95,
  },
  {
    name: 'machine-jwt',
    title: 'the machine JWT',
    owner: 'node',
    sources: ['src/client/machineJwt.ts'],
    tests: ['test/machineJwt.test.ts'],
    target: 95,
  },
  {
    name: 'sizing',
    title: 'sizing',
    owner: 'core',
    sources: ['src/machine/sizing.ts'],
    tests: ['test/machine/{sizing,hostContent}.test.ts'],
    target: 90,
  },
  {
    name: 'endpoint',
    title: 'the endpoint',
    owner: 'core',
    sources: ['src/embed/endpoint.ts', 'src/embed/rejection.ts', 'src/embed/failure.ts', 'src/session/routeAnswer.ts'],
    tests: ['test/embed/{endpoint,failure,anyRejection,sessionBodyCorpus}.test.ts', 'test/session/routeAnswer.test.ts'],
    target: 95,
  },
  {
    name: 'handler',
    title: 'the session handler',
    owner: 'node',
    sources: ['src/handler/*.ts', '!src/handler/grant*.ts'],
    tests: ['test/{handler*,grant*,upstreamLimit,leaks,toNodeHandler}.test.ts'],
    target: 90,
  },
  {
    name: 'client',
    title: 'the client',
    owner: 'node',
    sources: ['src/client/*.ts', '!src/client/machineJwt.ts'],
    tests: ['test/{client*,causeOf,placeholderIn,machineJwt,leaks}.test.ts'],
    target: 90,
  },
  {
    name: 'machine',
    title: 'the machine of the host',
    owner: 'core',
    sources: ['src/machine/host*.ts', 'src/machine/{documentState,initialContext,reckoning,roomFor}.ts'],
    tests: ['test/machine/host*.test.ts'],
    target: 90,
  },
];
