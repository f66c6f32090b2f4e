import { MeshesApiError } from '@meshes-embed/node';
import { credentialFaults } from '@meshes-embed/node/internal';
import { describeError } from '../shared/apiErrors.ts';
import { defineCheck, failed, passed, unknown, type Check, type CheckResult } from '../shared/check.ts';

/** The signer dates its JWTs back by as much. Beyond that, the first try of a process is refused. */
const maxClockOffsetSeconds = 30;

/** The form of the machine key (contract §1), by the rules of the client. */
const credentials = defineCheck({
  name: 'credentials',
  expected: 'an organization id, an access key and a secret key in the form that Meshes gives them',
  async run(_, { settings }) {
    const faults = credentialFaults(settings.credentials);
    if (faults.length === 0) return passed('organization id, access key and secret key have their form');
    return failed('credentials-malformed', faults.map(({ variable, message }) => `${variable}: ${message}`).join('; '));
  },
});

/** What the service answered to the listing of sessions. */
interface Listing {
  /** Why it was refused; null where it was answered. */
  readonly refusal: MeshesApiError | null;
}

/** Whether the management API answers. It is asked for a list of one session; later checks look at what it says. */
const service = defineCheck({
  name: 'service',
  expected: 'an answer of the management API',
  needs: { credentials },
  async run(_, { settings, client, signal }): Promise<CheckResult<Listing>> {
    try {
      await client().sessions.list({ workspace_id: settings.workspaceId, limit: 1 }, { signal }).page();
      return passed('it answers', { refusal: null });
    } catch (error) {
      if (!(error instanceof MeshesApiError)) throw error;
      switch (error.code) {
        case 'network':
        case 'timeout':
          return failed('service-unreachable', describeError(error));
        case 'server-error':
        case 'rate-limited':
          return failed('service-failing', describeError(error));
        case 'redirected':
        case 'unexpected-status':
        case 'bad-answer':
          return failed('service-other', describeError(error));
        default:
          return passed(`it answers, with ${describeError(error)}`, { refusal: error });
      }
    }
  },
});

/** This machine's clock against the `Date` of the first answer. */
const clock = defineCheck({
  name: 'clock',
  expected: `at most ${maxClockOffsetSeconds} s between the clock of this machine and that of Meshes`,
  needs: { service },
  async run(_, { exchanges }) {
    const dated = exchanges.find(({ date }) => !Number.isNaN(date));
    if (dated === undefined) return unknown('the answer has no Date');
    const seconds = Math.round((dated.date - dated.at) / 1000);
    const offset = Math.abs(seconds);
    if (offset > maxClockOffsetSeconds)
      return failed('clock-off', `this machine is ${offset} s ${seconds > 0 ? 'behind' : 'ahead of'} Meshes`);
    return passed(offset <= 1 ? 'within a second of that of Meshes' : `within ${offset} s of that of Meshes`);
  },
});

/** Whether Meshes accepts the machine JWT (contract §1), by the answer to the listing. */
const signing = defineCheck({
  name: 'signing',
  expected: 'the signed machine JWT to be accepted',
  needs: { service },
  async run({ service: { refusal } }, { exchanges }) {
    if (refusal?.code === 'unauthorized') return failed('key-refused', describeError(refusal));
    if (refusal?.code === 'forbidden') return failed('organization-refused', describeError(refusal));
    const again = exchanges.some(({ status }) => status === 401) ? ', once it was dated by the clock of Meshes' : '';
    return passed(`the machine JWT is accepted${again}`);
  },
});

/** Whether the workspace belongs to the key's organization, by the answer to the listing. */
export const workspace = defineCheck({
  name: 'workspace',
  expected: 'a workspace of the organization that the key belongs to',
  needs: { signing, service },
  async run({ service: { refusal } }) {
    return refusal === null
      ? passed('the key may list its sessions')
      : failed('workspace-unknown', describeError(refusal));
  },
});

/** Whether the management API can be used, in the order in which the checks run. */
export const serviceChecks: readonly Check[] = [credentials, service, clock, signing, workspace];
