import { embedMessageTypes } from '@meshes-embed/core/protocol';
import fc from 'fast-check';

const knownTypes = Object.keys(embedMessageTypes);

/** Anything that structured clone takes. */
const anything = fc.anything({
  maxDepth: 3,
  maxKeys: 6,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** What looks like a known type, and is not one. */
const almostType = fc.constantFrom(...knownTypes, 'meshes:auth').chain((type) =>
  fc.constantFrom<unknown[]>(
    type.toUpperCase(),
    `${type} `,
    `${type}\0`,
    type.slice(0, -1),
    `${type}:${'x'.repeat(200)}`,
    [type],
    { type },
    // oxlint-disable-next-line no-new-wrappers -- Boxed values survive structured clone as what they are.
    new String(type),
  ),
);

const heights = fc.oneof(
  fc.double(),
  fc.integer({ min: -10, max: 30_000 }),
  fc.constantFrom('900', null, [900], 1e9, Number.NaN),
);
const paths = fc.oneof(
  fc.constantFrom('/workspace/rules', '/workspace/events/evt_1', 'javascript:alert(1)', '//evil.example', '\r\nx: y'),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constant('/'.padEnd(10_000, 'x')),
  anything,
);

/** What the embed may say, with fields that may be anything. */
const known = fc.record(
  {
    type: fc.constantFrom(...knownTypes),
    height: heights,
    path: paths,
    page: paths,
    token: fc.string(),
    more: anything,
  },
  { requiredKeys: ['type'] },
);

const unknown = fc.record(
  { type: fc.oneof(almostType, anything), height: heights, path: paths, more: anything },
  { requiredKeys: ['type'] },
);

/** Own keys that only JSON makes, which would change a prototype where they were assigned. */
const fromJson = fc
  .tuple(fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString'), fc.jsonValue({ maxDepth: 2 }))
  .map(([key, value]) =>
    JSON.parse(`{"${key}":{"type":"meshes:ready","polluted":true},"more":${JSON.stringify(value)}}`),
  );

const cyclic = fc.constantFrom(...knownTypes, 'meshes:cyclic').map((type) => {
  const message: Record<string, unknown> = { type };
  message['path'] = message;
  return message;
});

/** A message of an embed, of one that has gone mad, or of an attacker. */
export const randomMessage: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: known },
  { weight: 3, arbitrary: unknown },
  { weight: 3, arbitrary: anything },
  { weight: 1, arbitrary: fromJson },
  { weight: 1, arbitrary: cyclic },
);
