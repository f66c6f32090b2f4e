import { sessions } from '../../utils/sessions';

export default defineEventHandler((event) => sessions(toWebRequest(event)));
