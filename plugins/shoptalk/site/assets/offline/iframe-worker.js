/* Workers for pages on a disk, where browsers start none: the script runs in a hidden frame.
   No code stands in the frame itself, so that the content security policy lets it be. */

(() => {
  if (location.protocol !== "file:") return;

  class IFrameWorker extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      this.inside = new Promise((resolve) => {
        frame.addEventListener("load", () => resolve(this.start(frame, address)), { once: true });
      });
      document.body.append(frame);
    }

    async start(frame, address) {
      const inside = frame.contentWindow;
      const load = (source) =>
        new Promise((resolve, reject) => {
          const script = inside.document.createElement("script");
          script.src = new URL(source, location);
          script.addEventListener("load", resolve);
          script.addEventListener("error", reject);
          inside.document.body.append(script);
        });
      inside.postMessage = (data) => this.tell(this, data);
      inside.importScripts = async (...sources) => {
        for (const source of sources) await load(source);
      };
      await load(address);
      return inside;
    }

    async postMessage(data) {
      this.tell(await this.inside, data);
    }

    tell(receiver, data) {
      receiver.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
    }
  }

  // The theme's search looks for this name to know where it is.
  window.IFrameWorker = IFrameWorker;
  window.Worker = IFrameWorker;
})();
