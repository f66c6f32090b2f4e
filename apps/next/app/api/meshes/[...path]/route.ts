import { sessions } from '../../../../lib/sessions';

// OPTIONS is what browsers ask first for pages of another origin.
export { sessions as DELETE, sessions as OPTIONS, sessions as POST };
