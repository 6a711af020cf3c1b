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

  addEventListener('DOMContentLoaded', () => {
    const button = one('#theme');
    if (button) themes(button);
  });
  // paper has no folds
  addEventListener('beforeprint', () => { for (const fold of all('details:not([open])')) { fold.open = true; fold.dataset.folded = ''; } });
  addEventListener('afterprint', () => { for (const fold of all('details[data-folded]')) { fold.open = false; delete fold.dataset.folded; } });
})();
