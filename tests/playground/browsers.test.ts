/** The playground from end to end, in every engine. */
import { image, nd } from "mxgrad";
import * as codecs from "mxgrad/codecs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Detector } from "../../examples/mtcnn/detector.ts";
import { loadNetworks } from "../../examples/mtcnn/networks.ts";
import { type Driver, type Place, until } from "../../examples/playground/drivers/driver.ts";
import { PRINTED } from "../examples/printed.ts";
import { browsers } from "./browsers.ts";
import { give, networkFiles, withoutLandmarks } from "./checkpoints.ts";
import { serveSite } from "./site.ts";

image.setCodecs(codecs);
let site: Awaited<ReturnType<typeof serveSite>>;
const someBrowser = browsers.some(({ missing }) => missing === null);
beforeAll(async () => {
  if (someBrowser) site = await serveSite();
}, 120_000);
afterAll(() => site?.close());

/** Strokes of digits that nobody mistakes. */
const STROKES: Record<string, Place[]> = {
  "0": Array.from({ length: 17 }, (_, i) => [
    0.5 + 0.2 * Math.sin((i * Math.PI) / 8),
    0.5 - 0.3 * Math.cos((i * Math.PI) / 8),
  ]),
  "1": [
    [0.5, 0.2],
    [0.5, 0.8],
  ],
  "7": [
    [0.3, 0.25],
    [0.7, 0.25],
    [0.45, 0.8],
  ],
};

describe.each(browsers)("the playground in $name", ({ missing, launch }) => {
  let driver: Driver;
  const text = (selector: string): Promise<string> =>
    driver.evaluate(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ""`);

  beforeAll(async () => {
    if (missing) {
      // A missing browser is a failure where everything is to be tested, and a skipped test elsewhere.
      if (process.env.CI) throw new Error(missing);
      return;
    }
    driver = await launch();
  }, 60_000);
  afterAll(() => driver?.close());

  const check = (name: string, run: () => Promise<void>, seconds: number): void =>
    test(name, { timeout: seconds * 1000 }, async (context) => {
      if (missing) context.skip(missing);
      await run();
    });

  check(
    "runs the tutorial, prints what MXNet prints and draws the graphs",
    async () => {
      await driver.open(`${site.url}/#tutorial`);
      for (const [lesson, printed] of Object.entries(PRINTED)) {
        const cell = `.cell[data-lesson="${lesson}"]`;
        // A cell runs when it comes into view.
        await until(driver, `document.querySelector('${cell}')`);
        await driver.evaluate(`(document.querySelector('${cell}').scrollIntoView(), true)`);
        await until(driver, `document.querySelector('${cell}').dataset.state === "done"`);
        expect(await text(`${cell} .output`)).toBe(printed);
      }
      const graph = await driver.evaluate<string>(
        `document.querySelector('.cell[data-lesson="grad"] svg.graph').getAttribute("aria-label")`,
      );
      expect(graph).toMatch(/^Recorded graph: from var\d+ through exp, elemwise_add to elemwise_add\./);
      expect(await text('.cell[data-lesson="grad"] svg.graph')).toMatch(/var\d+\.grad.*∂ exp/);
      expect(await text('.cell[data-lesson="dumps"] .graphs')).toMatch(/no graph to draw/);
    },
    60,
  );

  check(
    "runs what is edited, and shows errors with their line",
    async () => {
      const cell = '.cell[data-lesson="grad"]';
      const run = async (code: string): Promise<string> => {
        await driver.type(`${cell} .cm-content`, code);
        await driver.click(`${cell} .buttons .primary`);
        await until(driver, `["done", "failed"].includes(document.querySelector('${cell}').dataset.state)`);
        return driver.evaluate(`document.querySelector('${cell}').dataset.state`);
      };
      expect(await run('import { nd } from "mxgrad";\nconsole.log(nd.ones([2]).mul(3));')).toBe("done");
      expect(await text(`${cell} .output`)).toBe("\n[3. 3.]\n<NDArray 2 @cpu(0)>\n");

      expect(await run('import { nd } from "mxgrad";\nconst x = nd.ones([2, 3]);\n\nnd.dot(x, x);')).toBe("failed");
      expect(await text(`${cell} .cell-error strong`)).toBe("MXNetError in line 4");
      expect(await text(`${cell} .cell-error p`)).toMatch(
        /^dot: rhs has shape \(2,3\), expected 3 along its first axis/,
      );
      expect(await text(`${cell} .cm-error-line`)).toBe("nd.dot(x, x);");

      expect(await run("const y = ;")).toBe("failed");
      expect(await text(`${cell} .cell-error strong`)).toBe("SyntaxError in line 1");
    },
    60,
  );

  check(
    "stops a cell that never ends",
    async () => {
      const cell = '.cell[data-lesson="dumps"]';
      await driver.type(`${cell} .cm-content`, "for (;;);");
      await driver.click(`${cell} .buttons .primary`);
      await until(driver, `document.querySelector('${cell}').dataset.state === "running"`);
      await driver.click(`${cell} .buttons .primary`);
      await until(driver, `document.querySelector('${cell}').dataset.state === "stopped"`);
    },
    30,
  );

  check(
    "trains to 95 %, pauses, resumes and reads drawn digits",
    async () => {
      await driver.open(`${site.url}/#train`);
      await until(driver, `document.querySelectorAll("#panel-train .histogram").length === 4`);
      await driver.click("#panel-train .settings .primary");
      await until(driver, `document.querySelector("#panel-train .tiles dd").textContent !== "–"`, 30);

      await driver.click("#panel-train .settings .buttons button:nth-child(2)");
      await until(driver, `document.querySelector("#panel-train .status").textContent === "Paused."`);
      const seen = "document.querySelector('#panel-train progress').value";
      // The step it was in may still be reported.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const before = await driver.evaluate<number>(seen);
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(await driver.evaluate(seen)).toBe(before);
      await driver.click("#panel-train .settings .buttons button:nth-child(2)");
      await until(driver, `${seen} > ${before}`);

      const accuracy = 'Number.parseFloat(document.querySelectorAll("#panel-train .tiles dd")[1].textContent)';
      const ended = 'document.querySelector("#panel-train .stack").dataset.state === "idle"';
      await until(driver, `${accuracy} >= 95 || ${ended}`, 90);
      expect(await driver.evaluate(accuracy)).toBeGreaterThanOrEqual(95);

      for (const [digit, places] of Object.entries(STROKES)) {
        await driver.click("#panel-train .draw-grid .buttons button:first-child");
        await driver.drag(".pad canvas", places);
        await until(driver, `document.querySelector(".answer").textContent.startsWith("${digit}, ")`, 10);
      }
      expect(await text(".class-bars .best .digit")).toBe("7");
      expect(await driver.evaluate(`document.querySelector(".heat canvas").getAttribute("aria-label")`)).toBe(
        "Input gradient of the probability of 7, a pixel each",
      );
      const painted = `[...document.querySelector(".heat canvas").getContext("2d").getImageData(0, 0, 28, 28).data].filter((v, i) => i % 4 === 3 && v > 0).length`;
      expect(await driver.evaluate(painted)).toBeGreaterThan(100);

      if (!(await driver.evaluate(ended))) await driver.click("#panel-train .settings .buttons button:nth-child(3)");
      await until(driver, ended, 10);
    },
    150,
  );

  check(
    "compares initializers",
    async () => {
      await driver.open(`${site.url}/#initializers`);
      const cards = "document.querySelectorAll('.init-card')";
      await until(driver, `${cards}.length === 3 && [...${cards}].every((card) => card.dataset.state === "done")`);
      // The tutorial's numbers: seed 0, the first draws of Uniform.
      await driver.type(".strip input[type=text]", "1, 3");
      await driver.type(".init-card .parameters input", "0.1");
      await until(driver, `${cards}[0].querySelector(".output").textContent.includes("0.0097627")`);
      expect(await text(".init-card .output")).toBe("[[0.0097627  0.01856892 0.04303787]]\n<NDArray 1x3 @cpu(0)>");
      expect(await text(".init-card .output.wrap")).toBe('["uniform", {"scale": 0.1}]');
      await driver.type(".strip input[type=text]", "5");
      await until(driver, `${cards}[1].dataset.state === "failed"`);
      expect(await text(".init-card:nth-child(2) .cell-error")).toMatch(/Xavier.*requires at least 2D/);
    },
    40,
  );

  check(
    "says which files it lacks to find faces, and which are wrong",
    async () => {
      await driver.open(`${site.url}/#faces`);
      const status = "#panel-faces .status";
      const says = (words: string): Promise<void> =>
        until(driver, `document.querySelector("${status}")?.textContent.includes(${JSON.stringify(words)})`);
      const garbage = new TextEncoder().encode("nothing of the kind");
      const all = networkFiles(3);
      const some = (...names: string[]) => Object.fromEntries(names.map((name) => [name, all[name] ?? garbage]));

      await says("Choose a picture.\nChoose the checkpoint files.");
      await give(driver, "networks", some("det1-symbol.json", "det1-0001.params", "det3-0001.params", "notes.txt"));
      await says("Missing: det2-symbol.json, det2-0001.params, det3-symbol.json.\nNot used: notes.txt.");
      expect(await text(".network-list li:nth-child(3)")).toBe(
        "det3 decides, and finds landmarks: no det3-symbol.json",
      );

      await give(driver, "picture", { "letter.png": garbage });
      await says("letter.png: not a picture that this browser can read, or damaged.");
      expect(await driver.evaluate(`document.querySelector("${status}").classList.contains("error")`)).toBe(true);

      const damaged = all["det2-0001.params"]!.subarray(0, 100);
      await give(driver, "networks", { ...some("det2-symbol.json", "det3-symbol.json"), "det2-0001.params": damaged });
      await says("det2-0001.params is damaged, or another kind of file.");
      await give(driver, "networks", { ...some("det2-0001.params"), "det3-symbol.json": garbage });
      await says("det3-symbol.json is damaged, or another kind of file.");
      // Sound files that do not belong together, lack something, or are another network's.
      await give(driver, "networks", {
        "det3-symbol.json": all["det3-symbol.json"]!,
        "det3-0001.params": all["det2-0001.params"]!,
      });
      await says("det3-0001.params lacks what det3-symbol.json needs: points_weight, points_bias.");
      await give(driver, "networks", withoutLandmarks());
      await says(
        "det3-symbol.json and det3-0001.params are not MTCNN's, or not of one network. (its outputs have shapes 1,4 1,2, those of MTCNN have 1,10 1,4 1,2)",
      );
      await give(driver, "networks", { ...some("det3-0001.params"), "det3-symbol.json": all["det2-symbol.json"]! });
      await says("det3-symbol.json and det3-0001.params are not MTCNN's, or not of one network. (");
      // What is wrong can be put right.
      await give(driver, "networks", some("det3-symbol.json", "det3-0001.params"));
      await give(driver, "picture", { "grey.png": image.imencode(nd.full([30, 40, 3], 90, { dtype: "uint8" })) });
      await until(driver, `/^\\d+ faces in /.test(document.querySelector("${status}").textContent)`);
    },
    60,
  );

  check(
    "finds faces and marks them, as the same networks do elsewhere",
    async () => {
      const files = networkFiles(3);
      const networks = await loadNetworks(
        (name) => ({
          symbol: new TextDecoder().decode(files[`${name}-symbol.json`]),
          params: files[`${name}-0001.params`]!,
        }),
        false,
      );
      const picture = nd.full([30, 40, 3], 90, { dtype: "uint8" });
      const faces = new Detector(networks).detect(picture);
      expect(faces.length).toBeGreaterThan(1);

      await driver.open(`${site.url}/#tutorial`);
      await driver.open(`${site.url}/#faces`);
      await until(driver, `document.querySelector(".faces")`);
      await give(driver, "drop", { ...files, "grey.png": image.imencode(picture) });
      const status = 'document.querySelector("#panel-faces .status").textContent';
      await until(driver, `${status}.startsWith("${faces.length} faces in ")`);
      expect(await text(".face-list li")).toMatch(
        new RegExp(
          `^\\d+ × \\d+ pixels at \\(${Math.round(faces[0]!.left)}, ${Math.round(faces[0]!.top)}\\), 95.3 % sure$`,
        ),
      );
      const pixels = 'document.querySelector(".picture canvas").getContext("2d").getImageData(0, 0, 40, 30).data';
      const [red, green] = await driver.evaluate<[number, number]>(
        `[(r, g) => r > 200 && g < 130, (r, g) => g > 180 && r < 130].map((is) => ${pixels}.filter((v, i, all) => i % 4 === 0 && is(v, all[i + 1])).length)`,
      );
      expect(red).toBeGreaterThan(0);
      expect(green).toBeGreaterThan(0);

      // Nothing that large is in the picture.
      await driver.type("#panel-faces input[type=number]", "100");
      await driver.evaluate("(document.activeElement.blur(), true)");
      await until(driver, `${status}.startsWith("No faces in ")`);
      expect(await driver.evaluate(`document.querySelectorAll(".face-list li").length`)).toBe(0);
    },
    60,
  );

  check(
    "stops looking for faces, and looks again",
    async () => {
      // Another query: the page is loaded anew.
      await driver.open(`${site.url}/?anew#faces`);
      const buttons = 'document.querySelectorAll("#panel-faces .buttons button")';
      const status = 'document.querySelector("#panel-faces .status").textContent';
      const enabled = (): Promise<boolean[]> => driver.evaluate(`[...${buttons}].map((button) => !button.disabled)`);
      await until(driver, `${buttons}.length === 2`);
      expect(await enabled()).toEqual([false, false]);
      // As soon as there is something to stop, it is stopped.
      await driver.evaluate(`(() => {
        const stop = ${buttons}[1];
        new MutationObserver((_, observer) => {
          if (stop.disabled) return;
          observer.disconnect();
          stop.focus();
          setTimeout(() => stop.click(), 20);
        }).observe(stop, { attributes: true });
        return true;
      })()`);
      // Takes longer than that: there are many places to look at.
      const large = image.imencode(nd.full([960, 1280, 3], 90, { dtype: "uint8" }));
      await give(driver, "drop", { ...networkFiles(-3), "large.png": large });
      await until(driver, `${status} === "Stopped."`);
      expect(await enabled()).toEqual([true, false]);
      expect(await driver.evaluate(`document.activeElement === ${buttons}[0]`)).toBe(true);

      // The worker is another one, which has been given the same files.
      await driver.click("#panel-faces .buttons button");
      await until(driver, `${status}.startsWith("No faces in ")`);
      expect(await enabled()).toEqual([true, false]);
      const small = image.imencode(nd.full([30, 40, 3], 90, { dtype: "uint8" }));
      await give(driver, "drop", { "small.png": small, ...networkFiles(3) });
      await until(driver, `/^\\d+ faces in /.test(${status})`);
    },
    60,
  );
});
