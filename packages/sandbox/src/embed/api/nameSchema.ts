import * as v from 'valibot';

const expected = 'expected 1 to 80 characters';

/** The name that a person gives to something. Blanks around it are cut off. */
export const nameSchema = v.pipe(v.string(expected), v.trim(), v.minLength(1, expected), v.maxLength(80, expected));
