import { sessions } from '../../../../lib/sessions';

export { sessions as DELETE, sessions as POST };
