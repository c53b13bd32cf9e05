/* What the filters of all lists have in common. Without scripts the lists are plain lists. */

// Themes that change pages without leaving the first one run this on each that has a list.
window.shoptalkFilter ??= (() => {
  // Themes style what follows a hidden element, so that thousands of them take a second.
  const AWAY = "shoptalk-away";
  const WAIT_BEFORE_ADDRESS = 300;

  /** A text without what people leave out when they type: case, accents, punctuation. */
  const folded = (text) =>
    text.normalize("NFKD").replace(/[\p{M}'’"“”?!.,;:]/gu, "").toUpperCase().toLowerCase();

  const wordsOf = (form) => folded(form.elements.words.value).split(/\s+/).filter(Boolean);

  /** Shows some of the items of a list and no others. */
  function showOnly(shown, items) {
    for (const one of items) one.element.classList.toggle(AWAY, !shown.has(one));
  }

  function addressOf(form) {
    const address = new URL(location.href);
    for (const [name, value] of new FormData(form))
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    return address;
  }

  /** Puts what is chosen into the address; each choice is a step that can be gone back. */
  function keepInAddress(form, isStep) {
    const address = addressOf(form).href;
    if (!form.isConnected || address === location.href) return;
    if (isStep) history.pushState(history.state, "", address);
    else history.replaceState(history.state, "", address);
  }

  /** What no field knows, as in an old link, goes from the address. */
  function takeFromAddress(form) {
    const given = new URLSearchParams(location.search);
    for (const field of form.querySelectorAll("[name]")) {
      field.value = given.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
    keepInAddress(form);
  }

  function begin(form, update) {
    const clear = form.querySelector("[type=reset]");
    let later = 0;
    function refresh() {
      update();
      clear.ariaDisabled = !Array.from(new FormData(form).values()).some(Boolean);
    }
    function change(isStep) {
      refresh();
      clearTimeout(later);
      if (isStep) keepInAddress(form, true);
      else later = setTimeout(keepInAddress, WAIT_BEFORE_ADDRESS, form);
    }
    form.addEventListener("input", ({ target }) => change(target.matches("select")));
    form.addEventListener("change", () => keepInAddress(form));
    form.addEventListener("reset", () => setTimeout(change, 0, true));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.elements.words.addEventListener("keydown", ({ key, target }) => {
      if (key !== "Escape") return;
      target.value = "";
      change();
    });
    window.addEventListener("popstate", () => {
      if (!form.isConnected) return;
      takeFromAddress(form);
      refresh();
    });
    takeFromAddress(form);
    form.hidden = false;
    refresh();
  }

  const started = new Set();

  /** Calls for the form with that name, on each page that has it. */
  function onPagesWith(name, start) {
    if (started.has(name)) return;
    started.add(name);
    const look = () => {
      const form = document.forms[name];
      if (form?.hidden) start(form);
    };
    // Themes that change pages without leaving the first one tell of each here.
    if (window.document$) window.document$.subscribe(look);
    else look();
  }

  return { AWAY, folded, wordsOf, showOnly, begin, onPagesWith };
})();
