import { expect, test } from 'vitest';
import { readEnvironment } from '../src/environment.ts';

const complete = {
  MESHES_BASE_URL: 'http://127.0.0.1:4010',
  MESHES_ORGANIZATION_ID: 'organization',
  MESHES_ACCESS_KEY: 'access-canary',
  MESHES_SECRET_KEY: 'secret-canary',
  MESHES_WORKSPACES: 'one, two',
};

test('the environment becomes options', () => {
  expect(
    readEnvironment({ ...complete, APP_ORIGINS: 'http://localhost:5173, http://localhost:5174', PORT: '4400' }),
  ).toEqual({
    port: 4400,
    allowedOrigins: ['http://localhost:5173', 'http://localhost:5174'],
    meshes: {
      apiUrl: 'http://127.0.0.1:4010',
      organizationId: 'organization',
      accessKey: 'access-canary',
      secretKey: 'secret-canary',
      workspaces: [
        { id: 'one', name: 'Workspace 1' },
        { id: 'two', name: 'Workspace 2' },
      ],
    },
  });
  expect(readEnvironment({ ...complete, MESHES_WORKSPACES: '[{"id":"a","name":"A"}]' })).toMatchObject({
    port: 4000,
    allowedOrigins: [],
    meshes: { workspaces: [{ id: 'a', name: 'A' }] },
  });
});

test('every missing variable is named', () => {
  expect(() => readEnvironment({ ...complete, MESHES_ACCESS_KEY: ' ', MESHES_WORKSPACES: undefined })).toThrow(
    'Set MESHES_ACCESS_KEY, MESHES_WORKSPACES',
  );
});

test.each([
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['MESHES_WORKSPACES', '[1]'],
  ['MESHES_WORKSPACES', '[{'],
])('%s=%s is refused without a secret in the text', (name, value) => {
  expect(() => readEnvironment({ ...complete, [name]: value })).toThrow(name);
  expect(() => readEnvironment({ ...complete, [name]: value })).not.toThrow('canary');
});
