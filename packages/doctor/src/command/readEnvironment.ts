import { isServiceUrl, kindOf } from '@meshes-embed/node/internal';
import type { DoctorSettings } from '../settings.ts';
import { UsageError } from '../UsageError.ts';

const names = ['MESHES_ORGANIZATION_ID', 'MESHES_ACCESS_KEY', 'MESHES_SECRET_KEY'] as const;

/**
 * Reads the credentials, as they are: a blank that does not belong there is to be found, and not made up for.
 *
 * @throws UsageError that names what is missing or makes no sense; never a value.
 */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Pick<DoctorSettings, 'credentials' | 'baseUrl'> {
  const missing = names.filter((name) => !environment[name]?.trim());
  if (missing.length > 0)
    throw new UsageError(`set ${missing.join(', ')}: the machine key comes from the environment. See --help.`);
  const [organizationId, accessKey, secretKey] = names.map((name) => environment[name]) as [string, string, string];
  const baseUrl = environment['MESHES_BASE_URL'] || undefined;
  if (baseUrl !== undefined && !isServiceUrl(baseUrl)) {
    throw new UsageError(
      `MESHES_BASE_URL: expected an https URL without user, query or fragment (http on loopback only), got ${kindOf(baseUrl)}`,
    );
  }
  return { credentials: { organizationId, accessKey, secretKey }, baseUrl };
}
