/**
 * What tests tell Chromium at its start. Most machines that run tests have no graphics card, and its emulation takes more
 * time than drawing without one. Without its windows, Chromium leaves the frame of another site in the page's process
 * unless it is told.
 */
export const chromiumArguments = ['--disable-gpu', '--site-per-process'];
