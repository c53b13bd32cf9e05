/* Narrows the lists of the question bank while you type. Without it they are plain lists. */

(() => {
  const QUESTIONS = "li.shoptalk-question";
  // Themes style what follows a hidden element, so that thousands of them take a second.
  const AWAY = "shoptalk-away";
  const MOST_SHOWN = 500;

  /** A text without what people leave out when they type: case, accents, punctuation. */
  const folded = (text) =>
    text.normalize("NFKD").replace(/[\p{M}'’"“”?!.,;:]/gu, "").toUpperCase().toLowerCase();

  function readQuestion(element) {
    const { also = "", ...others } = element.dataset;
    // Beside the link to a question stands how often it was asked.
    const { textContent } = element.querySelector("a") ?? element;
    const text = folded(`${textContent} ${also}`);
    return { ...others, element, text, isAsked: others.asked > 0 };
  }

  async function fetchQuestions(address) {
    const answer = await fetch(address, { mode: "same-origin" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
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
      words: folded(given.words).split(/\s+/).filter(Boolean),
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
    const shown = new Set(found.slice(0, MOST_SHOWN));
    for (const one of questions) one.element.classList.toggle(AWAY, !shown.has(one));
    return found.length;
  }

  function keepInAddress(form) {
    const address = new URL(location.href);
    for (const [name, value] of new FormData(form))
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    if (form.isConnected) history.replaceState(history.state, "", address);
  }

  function takeFromAddress(form) {
    const given = new URLSearchParams(location.search);
    for (const field of form.querySelectorAll("[name]")) {
      field.value = given.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
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

  function start() {
    const form = document.querySelector("form.shoptalk-filter[hidden]");
    if (!form) return;
    const update = makeFilter(form, document.querySelector("section.shoptalk-starters"));
    let later = 0;
    function change() {
      update();
      clearTimeout(later);
      later = setTimeout(keepInAddress, 300, form);
    }
    form.addEventListener("input", change);
    form.addEventListener("change", () => keepInAddress(form));
    form.addEventListener("reset", () => setTimeout(change));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.elements.words.addEventListener("keydown", ({ key, target }) => {
      if (key !== "Escape") return;
      target.value = "";
      change();
    });
    takeFromAddress(form);
    form.hidden = false;
    update();
    if (readWanted(form).anything && !location.hash) form.scrollIntoView();
  }

  // Themes that change pages without leaving the first one tell of each here.
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
