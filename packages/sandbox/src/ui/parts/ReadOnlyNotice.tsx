import { Notice } from './Notice.tsx';
import { useSession } from './session.ts';
import { capitalized } from './text.ts';

/** Says why nothing can be changed here, where that is so. */
export function ReadOnlyNotice() {
  const { info } = useSession();
  if (info.can_edit) return null;
  return (
    <Notice testId="read-only">
      {info.session_type === 'dashboard'
        ? 'You can look but not change anything: the session shows the dashboard only.'
        : `You can look but not change anything: your role is ${capitalized(info.role)}. Admins and owners can make changes.`}
    </Notice>
  );
}
