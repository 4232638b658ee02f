/** WebKitGTK's small browser, driven by its own WebDriver. It wants a screen: run it under Xvfb. */

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { Builder, By, Capabilities } from "selenium-webdriver";
import type { WebDriver } from "selenium-webdriver";
import type { Engine } from "./tab.ts";

export async function webkit(program: string): Promise<Engine> {
  const port = await freePort();
  const server = spawn("WebKitWebDriver", [`--port=${port}`], {
    stdio: "ignore",
  });
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: program, args: ["--automation"] },
  });
  const address = `http://127.0.0.1:${port}`;
  await answering(address);
  const driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
  let first: string | undefined;
  return {
    async tab() {
      if (first) await driver.switchTo().newWindow("tab");
      const handle = (first = await driver.getWindowHandle());
      return tabOf(driver, handle);
    },
    async stop() {
      await driver.quit().catch(() => undefined);
      server.kill();
    },
  };
}

function tabOf(driver: WebDriver, handle: string) {
  const here = async () => driver.switchTo().window(handle);
  return {
    async goto(address: string) {
      await here();
      await driver.get(address);
    },
    async reload() {
      await here();
      await driver.navigate().refresh();
    },
    async run<T>(body: string): Promise<T> {
      await here();
      return driver.executeScript<T>(body);
    },
    async click(selector: string) {
      await here();
      await driver.findElement(By.css(selector)).click();
    },
    async type(selector: string, text: string) {
      await here();
      await driver.findElement(By.css(selector)).sendKeys(text);
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}

async function answering(address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await fetch(`${address}/status`).then(Boolean, () => false)) return;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error("WebKitWebDriver does not answer");
}
