import { describe, expect, test } from 'vitest';
import type { Delivery, Mappings } from '../../src/wire.ts';
import { signIn, type User } from '../support/signIn.ts';
import { useSandbox } from '../support/testSandbox.ts';

const api = useSandbox();

/** A delivery that failed with this HTTP status. */
async function findFailed(user: User, status: number): Promise<Delivery> {
  for (const event of await user.allEvents('&status=failed')) {
    const found = (await user.event(event.id)).deliveries.find(
      (delivery) => delivery.status === 'failed' && delivery.response_status === status,
    );
    if (found) return found;
  }
  throw new Error(`no delivery failed with ${status}`);
}

async function retry(user: User, { event_id, id }: Delivery): Promise<Delivery> {
  const { status, body } = await user.call('POST', `/events/${event_id}/deliveries/${id}/retry`, {});
  expect(status).toBe(200);
  return body;
}

describe('retrying a delivery', () => {
  test('brings it through where the failure was passing, and is there after a reload', async () => {
    const user = await signIn(api);
    const failed = await findFailed(user, 503);
    const before = await user.dashboard();
    const after = await retry(user, failed);
    expect(after).toMatchObject({
      id: failed.id,
      status: 'delivered',
      attempts: failed.attempts + 1,
      response_status: 200,
    });
    expect(after).not.toHaveProperty('error');
    expect((await user.event(failed.event_id)).deliveries).toContainEqual(after);
    expect((await user.dashboard()).figures.failed_deliveries).toBe(before.figures.failed_deliveries - 1);
  });

  test('fails again while the connection has no credentials, until it is connected again', async () => {
    const user = await signIn(api);
    const failed = await findFailed(user, 401);
    expect(await retry(user, failed)).toMatchObject({
      status: 'failed',
      response_status: 401,
      attempts: failed.attempts + 1,
    });
    const broken = (await user.connections()).find(({ status }) => status === 'error');
    const { body } = await user.call('POST', '/connections/oauth', { provider: broken?.provider, name: broken?.name });
    const form = new URLSearchParams({
      state: new URL(body.authorize_url).searchParams.get('state') ?? '',
      decision: 'approve',
    });
    await fetch(`${api.sandbox.embedUrl}/oauth/authorize`, { method: 'POST', body: form });
    expect(await user.connections()).toHaveLength(5);
    expect(await retry(user, failed)).toMatchObject({ status: 'delivered' });
  });

  test('fails again while a field is missing, until a mapping fills it', async () => {
    const user = await signIn(api);
    const failed = await findFailed(user, 422);
    expect(await retry(user, failed)).toMatchObject({
      status: 'failed',
      response_status: 422,
      error: 'Field "company" is required',
    });
    const path = `/connections/${failed.connection_id}/mappings`;
    const { records } = (await user.call('GET', path)).body as Mappings;
    expect(
      (await user.call('PUT', path, { records: [...records, { source: 'customer.company', target: 'company' }] }))
        .status,
    ).toBe(200);
    expect(await retry(user, failed)).toMatchObject({ status: 'delivered' });
  });

  test('fails where the connection was removed', async () => {
    const user = await signIn(api);
    const failed = await findFailed(user, 503);
    await user.call('DELETE', `/connections/${failed.connection_id}`);
    expect(await retry(user, failed)).toMatchObject({ status: 'failed', error: 'The connection was removed' });
  });

  test('gets 409 for one that has arrived, 404 for an unknown one', async () => {
    const user = await signIn(api);
    const failed = await findFailed(user, 503);
    await retry(user, failed);
    expect((await user.call('POST', `/events/${failed.event_id}/deliveries/${failed.id}/retry`)).status).toBe(409);
    expect((await user.call('POST', `/events/${failed.event_id}/deliveries/dlv_none/retry`)).status).toBe(404);
  });

  test('no delivery tells what its retry will bring', async () => {
    const user = await signIn(api);
    expect(await findFailed(user, 422)).not.toHaveProperty('obstacle');
  });
});
