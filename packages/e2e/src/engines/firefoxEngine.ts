import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBrowserProcess } from './browserProcess.ts';
import type { Engine } from './engine.ts';
import { FirefoxPage } from './firefoxPage.ts';
import { locale } from './pageSettings.ts';

/** Nothing that a browser does for its user by itself: no first pages, no updates, no questions, nothing on the network. */
const quiet: Readonly<Record<string, boolean | number | string>> = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'app.update.enabled': false,
  'browser.contentblocking.introCount': 99,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'browser.topsites.contile.enabled': false,
  'browser.translations.enable': false,
  'browser.warnOnQuit': false,
  'captivedetect.canonicalURL': '',
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.disable_open_during_load': false,
  'dom.max_script_run_time': 0,
  'dom.min_background_timeout_value': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.screenshots.disabled': true,
  'extensions.update.enabled': false,
  'focusmanager.testmode': true,
  'general.useragent.updates.enabled': false,
  'geo.provider.testing': true,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.http.phishy-userpass-length': 255,
  'network.manage-offline-status': false,
  'network.sntp.pools': '',
  'security.certerrors.mitm.priming.enabled': false,
  'services.settings.server': '',
  'signon.autofillForms': false,
  'startup.homepage_welcome_url': 'about:blank',
  'toolkit.cosmeticAnimations.enabled': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'toolkit.telemetry.enabled': false,
};

/** Firefox, driven by WebDriver BiDi. Each page has a user context of its own. */
export async function startFirefoxEngine(
  binary: string,
  preferences: Readonly<Record<string, boolean | number | string>>,
): Promise<Engine> {
  const { commands, close } = await startBrowserProcess(
    binary,
    async (profile) => {
      const all = {
        ...quiet,
        'intl.accept_languages': `${locale}, en`,
        'intl.locale.requested': locale,
        ...preferences,
      };
      const lines = Object.entries(all).map(
        ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
      );
      await writeFile(join(profile, 'user.js'), `${lines.join('\n')}\n`);
      return ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'];
    },
    (printed) => `${printed}/session`,
  );
  await commands.send('session.new', {
    capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'dismiss' } } },
  });
  return { newPage: () => FirefoxPage.inNewContext(commands), close };
}
