// Measures pages with Lighthouse's mobile preset, in one Chromium, and prints the results as JSON.
//   node lighthouse.mjs <chromium> <categories> <address> …

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, categories, ...addresses] = process.argv.slice(2);

const chrome = await launch({
  chromePath,
  chromeFlags: [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
  ],
});

async function measure(address) {
  const { lhr } = await lighthouse(address, {
    port: chrome.port,
    onlyCategories: categories.split(","),
    disableFullPageScreenshot: true,
  });
  const lost = Object.values(lhr.categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ id, weight }) => weight && ![1, null].includes(lhr.audits[id].score)),
  );
  return {
    address,
    scores: Object.fromEntries(
      Object.entries(lhr.categories).map(([id, { score }]) => [id, Math.round(score * 100)]),
    ),
    lost: lost.map(({ id }) => `${id}: ${lhr.audits[id].title}`),
    bytes: lhr.audits["total-byte-weight"]?.numericValue,
  };
}

const measured = [];
try {
  for (const address of addresses) measured.push(await measure(address));
} finally {
  await chrome.kill();
}
console.log(JSON.stringify(measured));
