/** Firefox, driven over WebDriver BiDi. */

import puppeteer from "puppeteer-core";
import type { Page } from "puppeteer-core";
import type { Engine, Tab } from "./tab.ts";

export async function firefox(program: string): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: program,
    headless: true,
    // the driver lets all files be one origin, which nobody's Firefox does
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true },
  });
  return {
    async tab() {
      const page = await browser.newPage();
      await page.setViewport({ width: 1000, height: 800 });
      return tabOf(page);
    },
    stop: () => browser.close(),
  };
}

export const tabOf = (page: Page): Tab => ({
  goto: async (address) => void (await page.goto(address)),
  reload: async () => void (await page.reload()),
  run: (body) => page.evaluate(`(() => { ${body} })()`) as Promise<never>,
  async click(selector) {
    await page.bringToFront();
    await page.click(selector);
  },
  async type(selector, text) {
    await page.bringToFront();
    await page.type(selector, text);
  },
});
