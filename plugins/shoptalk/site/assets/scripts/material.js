/* What Material's own script leaves to a mouse, or to people who see. */

(() => {
  /** A button for the navigation of narrow screens, which has but a label to click at. */
  function addButton(drawer, label) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "shoptalk-drawer";
    button.ariaLabel = document.querySelector(".md-nav--primary")?.ariaLabel ?? document.title;
    button.ariaExpanded = drawer.checked;
    button.addEventListener("click", () => drawer.click());
    drawer.addEventListener("change", () => (button.ariaExpanded = drawer.checked));
    label.before(button);
    return button;
  }

  /** With the keyboard one gets from the button into the navigation, and closes it by leaving. */
  function leadIntoDrawer(drawer, button) {
    const sidebar = document.querySelector(".md-sidebar--primary");
    const close = () => drawer.checked && drawer.click();
    sidebar.tabIndex = -1;
    button.addEventListener("keydown", ({ key, shiftKey }) => {
      if (key === "Tab" && !shiftKey && drawer.checked) sidebar.focus();
    });
    sidebar.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !sidebar.contains(relatedTarget)) close();
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !drawer.checked) return;
      close();
      button.focus();
    });
  }

  /** What the theme adds later: tags of results and buttons of code are no navigation. */
  function mend() {
    for (const group of document.querySelectorAll("nav:is(.md-tags, .md-code__nav):not([role])"))
      group.setAttribute("role", "none");
  }

  const drawer = document.querySelector("#__drawer");
  const label = document.querySelector('.md-header label[for="__drawer"]');
  if (drawer && label) leadIntoDrawer(drawer, addButton(drawer, label));
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
})();
