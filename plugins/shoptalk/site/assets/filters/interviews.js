/* Narrows the list of conversations by several facts together, and sorts it. */

(() => {
  const { folded, wordsOf, showOnly, begin, onPagesWith } = shoptalkFilter;
  const { compare } = new Intl.Collator(document.documentElement.lang || undefined);
  const SORTS = { oldest: "date", name: "name", organization: "organization", role: "role" };

  /** For each menu, the numbers of the options that a card with these data goes with. */
  function goesWith(menus, { date, choices = "" }) {
    const month = date?.slice(0, 7);
    const lists = choices.split(";");
    return menus.map(({ name, options }, at) => {
      const those = (fits) => Array.from(options).filter(fits).map((option) => option.index);
      if (name === "from") return new Set(those((option) => month >= option.value));
      if (name === "to") return new Set(those((option) => month <= option.value));
      return new Set(lists[at]?.split(",").map(Number));
    });
  }

  function readCard(element, menus) {
    const [role, organization] = element.querySelectorAll(":scope > span");
    return {
      element,
      text: folded(element.textContent),
      goesWith: goesWith(menus, element.dataset),
      date: element.dataset.date ?? "",
      name: element.querySelector("a").textContent,
      role: role?.textContent ?? "",
      organization: organization?.textContent ?? "",
    };
  }

  /** The cards wanted, and for each option how many there are with what else is chosen. */
  function find(cards, menus, words) {
    const chosen = menus.map((menu) => menu.selectedIndex);
    const counts = menus.map(({ length }) => new Array(length).fill(0));
    const all = [...menus.keys()];
    const found = new Set();
    for (const card of cards) {
      if (!words.every((word) => card.text.includes(word))) continue;
      const against = all.filter((at) => chosen[at] && !card.goesWith[at].has(chosen[at]));
      if (!against.length) found.add(card);
      if (against.length > 1) continue;
      for (const at of against.length ? against : all)
        for (const number of card.goesWith[at]) counts[at][number] += 1;
    }
    return { found, counts };
  }

  function writeCounts(menu, titles, counts) {
    for (const option of Array.from(menu.options).slice(1)) {
      const count = counts[option.index];
      const text = `${titles[option.index]} (${count})`;
      if (option.text !== text) option.text = text;
      option.disabled = !count && !option.selected;
    }
  }

  /** By the order chosen; what a card does not tell comes last. */
  function sorted(cards, by) {
    const key = SORTS[by];
    if (!key) return cards;
    return [...cards].sort((one, other) => !one[key] - !other[key] || compare(one[key], other[key]));
  }

  function makeFilter(form) {
    const list = form.nextElementSibling;
    const status = form.querySelector("[role=status]");
    const { sort } = form.elements;
    const menus = Array.from(form.querySelectorAll("select")).filter((menu) => menu !== sort);
    const titles = menus.map(({ options }) => Array.from(options, (option) => option.text));
    const cards = Array.from(list.children, (element) => readCard(element, menus));
    let order = "";
    return () => {
      if (order !== sort.value) {
        order = sort.value;
        list.append(...sorted(cards, order).map((card) => card.element));
      }
      const { found, counts } = find(cards, menus, wordsOf(form));
      showOnly(found, cards);
      menus.forEach((menu, at) => writeCounts(menu, titles[at], counts[at]));
      const all = `${cards.length} conversations`;
      status.textContent = [
        found.size < cards.length ? `${found.size} of ${all}` : all,
        !found.size && "try fewer words, or \u201cClear\u201d",
      ]
        .filter(Boolean)
        .join("; ");
    };
  }

  /** On small screens a button shows the menus; it has, if one of them is in use. */
  function makeFolding(form) {
    const button = form.querySelector("[aria-expanded]");
    button.addEventListener("click", () => {
      button.ariaExpanded = button.ariaExpanded === "false";
    });
    button.ariaExpanded = Array.from(form.querySelectorAll("select")).some(({ value }) => value);
  }

  onPagesWith("interviews", (form) => {
    begin(form, makeFilter(form));
    makeFolding(form);
  });
})();
