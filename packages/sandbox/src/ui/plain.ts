import { createRequest } from './api/request.ts';
import { createWorkspace } from './api/workspace.ts';
import { hideLaunchToken, readBoot } from './frame/boot.ts';
import { startFrame } from './frame/startFrame.ts';
import { watchHeight } from './frame/watchHeight.ts';
import { showPlainPages } from './plain/plainPages.ts';
import { createRouter } from './router.ts';

const root = document.getElementById('app');
if (!root) throw new Error('launch page: expected an element with id "app", found none.');

const boot = readBoot(document);
hideLaunchToken(window);

const router = createRouter(window, boot.base);
const frame = startFrame(boot, router.path());
router.onMove(frame.moved);
watchHeight(root, frame.resized);
showPlainPages(root, frame, createWorkspace(createRequest(frame, boot.base)), router);
