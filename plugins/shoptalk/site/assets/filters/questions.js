/* Narrows the lists of the question bank while you type. */

(() => {
  const { AWAY, folded, wordsOf, showOnly, begin, onPagesWith } = shoptalkFilter;
  const QUESTIONS = "li.shoptalk-question";
  const MOST_SHOWN = 500;
  const isOnDisk = location.protocol === "file:";

  function readQuestion(element) {
    const { also = "", ...others } = element.dataset;
    // Beside the link to a question stands how often it was asked.
    const { textContent } = element.querySelector("a") ?? element;
    const text = folded(`${textContent} ${also}`);
    return { ...others, element, text, isAsked: others.asked > 0 };
  }

  /** A page on a disk, which cannot be fetched: in a frame it says by itself what it holds. */
  function readFromDisk(address) {
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.src = address;
    return new Promise((resolve) => {
      addEventListener("message", function take({ source, data }) {
        if (source !== frame.contentWindow) return;
        removeEventListener("message", take);
        frame.remove();
        resolve(data);
      });
      document.body.append(frame);
    });
  }

  async function readPage(address) {
    if (isOnDisk) return readFromDisk(address);
    const answer = await fetch(address, { mode: "same-origin" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.text();
  }

  async function fetchQuestions(address) {
    const page = new DOMParser().parseFromString(await readPage(address), "text/html");
    return Array.from(page.querySelectorAll(QUESTIONS), (element) => {
      for (const link of element.querySelectorAll("a[href]"))
        link.href = new URL(link.getAttribute("href"), address);
      element.classList.add(AWAY);
      return { ...readQuestion(document.adoptNode(element)), isFetched: true };
    });
  }

  /** The addresses of the list's other pages, made from those of its first two. */
  function otherPages(form) {
    const [first, second] = form.querySelectorAll("a.shoptalk-page");
    const pages = [first.href];
    for (let number = 2; number <= form.dataset.last; number += 1)
      pages.push(second.href.replace(/page-2(?!.*page-2)/, `page-${number}`));
    return pages.filter((_, index) => index + 1 !== Number(form.dataset.number));
  }

  function readWanted(form) {
    const given = Object.fromEntries(new FormData(form));
    return {
      ...given,
      words: wordsOf(form),
      anything: Object.values(given).some((value) => value.trim()),
      starters: ["not-yet", "all"].includes(given.asked),
    };
  }

  const isWanted = (question, { anything, words, topic, phase, asked, personal }) =>
    (anything || !question.isFetched) &&
    (!topic || (question.topic || "-") === topic) &&
    (!phase || question.phase === phase) &&
    (!asked || asked === "all" || question.isAsked === (asked === "asked")) &&
    (!personal || question.personal === personal) &&
    words.every((word) => question.text.includes(word));

  /** Shows the first wanted ones of some questions; gives how many are wanted. */
  function show(questions, wanted) {
    const found = questions.filter((question) => isWanted(question, wanted));
    showOnly(new Set(found.slice(0, MOST_SHOWN)), questions);
    return found.length;
  }

  /** What shows the wanted questions of a page, and first reads those of others if need be. */
  function makeFilter(form, section) {
    const status = form.querySelector("[role=status]");
    const own = Array.from(document.querySelectorAll(QUESTIONS), readQuestion);
    const starters = [];
    const starterPages = [form.querySelector("a.shoptalk-starter-page").href];
    const unread = new Map([[own, otherPages(form)], [starters, starterPages]]);
    let isWhole = true;
    async function complete(questions, list) {
      const addresses = unread.get(questions) ?? [];
      if (!unread.delete(questions) || !addresses.length) return;
      status.textContent = "Looking through the other pages \u2026";
      try {
        questions.push(...(await Promise.all(addresses.map(fetchQuestions))).flat());
        list.append(...questions.filter((one) => one.isFetched).map((one) => one.element));
      } catch {
        isWhole = false;
      }
      update();
    }
    function update() {
      const wanted = readWanted(form);
      const shown = show(own, wanted);
      const suggested = show(wanted.starters ? starters : [], wanted);
      section.hidden = !suggested;
      const said = [
        `${shown} of ${own.length} questions`,
        shown > MOST_SHOWN && `the first ${MOST_SHOWN} are shown`,
        suggested && `${suggested} of the starter questions`,
        !isWhole && "other pages cannot be searched here",
        !shown && !suggested && "try fewer words, or \u201cAll\u201d",
      ];
      status.textContent = wanted.anything ? said.filter(Boolean).join("; ") : "";
      if (wanted.anything) complete(own, own.at(-1).element.parentElement);
      if (wanted.starters) complete(starters, section.querySelector("ul"));
    }
    return update;
  }

  if (isOnDisk && parent !== window)
    return parent.postMessage(document.querySelector("article").outerHTML, "*");

  onPagesWith("questions", (form) => {
    begin(form, makeFilter(form, document.querySelector("section.shoptalk-starters")));
    if (readWanted(form).anything && !location.hash) form.scrollIntoView();
  });
})();
