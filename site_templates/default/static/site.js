/* Comforts only: every page reads in full without this file. */
(() => {
  'use strict';
  const root = document.documentElement;
  const one = (selector, inside = document) => inside.querySelector(selector);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const kept = {
    get theme() { try { return localStorage.getItem('theme'); } catch { return null; } },
    set theme(name) { try { localStorage.setItem('theme', name); } catch { /* a page from file:// may have no store */ } },
  };
  // before anything is drawn, so that a chosen theme does not flash
  if (kept.theme === 'dark' || kept.theme === 'light') root.dataset.theme = kept.theme;

  function themes(button) {
    const dark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    const say = () => {
      button.textContent = dark() ? button.dataset.light : button.dataset.dark;
      button.setAttribute('aria-label', dark() ? button.dataset.toLight : button.dataset.toDark);
    };
    button.hidden = false;
    button.addEventListener('click', () => { kept.theme = root.dataset.theme = dark() ? 'light' : 'dark'; say(); });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', say);
    say();
  }

  /* Copying: the address of a place, or the text of what bears data-copy, whose value is the button's label. */
  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // no permission, or an old way of opening pages
      const box = document.createElement('textarea');
      box.value = text;
      document.body.append(box);
      box.select();
      document.execCommand('copy');
      box.remove();
      button.focus();
    }
    const told = one('#told');
    told.textContent = '';
    setTimeout(() => { told.textContent = told.dataset.copied; }, 50);
    button.classList.add('copied');
    setTimeout(() => button.classList.remove('copied'), 1500);
  }
  function copies() {
    for (const text of all('[data-copy]')) {
      const button = document.createElement('button');
      [button.type, button.textContent] = ['button', text.dataset.copy];
      button.addEventListener('click', () => copy(text.innerText.trim().replace(/\s+/g, ' '), button));
      text.after(button);
    }
    addEventListener('click', event => {
      const link = event.target.closest('a.here');
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) copy(link.href, link);
    });
  }

  function ready() {
    const button = one('#theme');
    if (button) themes(button);
    copies();
  }
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', ready);
  else ready();
  // paper has no folds
  addEventListener('beforeprint', () => { for (const fold of all('details:not([open])')) { fold.open = true; fold.dataset.folded = ''; } });
  addEventListener('afterprint', () => { for (const fold of all('details[data-folded]')) { fold.open = false; delete fold.dataset.folded; } });
})();
