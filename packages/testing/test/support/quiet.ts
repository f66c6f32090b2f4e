import { beforeEach, vi } from 'vitest';

/** Development builds say on the console what goes wrong, which is what these tests make happen. */
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
