import { fakeMeshes, type FakeMeshes, type FakeMeshesOptions } from '@meshes-embed/testing';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { IntegrationsPage } from './IntegrationsPage.tsx';

let fake: FakeMeshes;

/** Before each story; Storybook calls the result when the story goes. */
function withFake(options?: FakeMeshesOptions) {
  return () => {
    fake = fakeMeshes({ endpoint: '/api/meshes', ...options });
    return fake.restore;
  };
}

const meta: Meta<typeof IntegrationsPage> = { component: IntegrationsPage };
export default meta;

type Story = StoryObj<typeof IntegrationsPage>;

export const Live: Story = { beforeEach: withFake() };

export const Loading: Story = {
  beforeEach() {
    const end = withFake()();
    fake.backend.hold();
    return end;
  },
};

export const Outage: Story = { beforeEach: withFake({ fails: 'backend-failed' }) };

export const SignedOut: Story = { beforeEach: withFake({ fails: 'not-authorized' }) };

export const AtRules: Story = {
  beforeEach: withFake({ role: 'admin' }),
  async play() {
    await fake.live();
    await fake.navigate('rules');
  },
};
