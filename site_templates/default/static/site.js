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

  const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const marks = (element, name) => new Set(element.dataset[name].split(' '));

  function filters(form) {
    const fields = all('input, select', form), { q, name, source, sure } = form.elements;
    const shown = one('#shown', form), clear = one('#clear', form), none = one('#none');
    const dots = new Map();
    for (const dot of all('[data-for]')) dots.set(dot.dataset.for, dot);
    const entries = all('.ev').map(element => ({ element, names: marks(element, 'names'), sources: marks(element, 'sources'), sure: marks(element, 'sure'), dot: dots.get(element.id) }));
    // an entry's text is folded at the first search: a long page must not pay for what nobody does
    const text = entry => entry.text ??= fold(entry.element.textContent);
    const boxes = [...all('.day'), ...all('.month')], gaps = all('.gap'), total = shown.textContent;
    const place = select => select && select.value ? String(select.selectedIndex - 1) : '';

    function run() {
      const words = fold(q.value).split(/\s+/).filter(Boolean), who = place(name), from = place(source);
      let n = 0;
      for (const entry of entries) {
        const fits = (!who || entry.names.has(who)) && (!from || entry.sources.has(from)) && (!sure.value || entry.sure.has(sure.value)) && words.every(word => text(entry).includes(word));
        entry.element.hidden = !fits;
        entry.dot?.classList.toggle('off', !fits);
        n += fits;
      }
      for (const box of boxes) box.hidden = !one('.ev:not([hidden])', box);
      const whole = n === entries.length;
      for (const gap of gaps) gap.hidden = !whole;
      shown.value = whole ? total : form.dataset.shown.replace('{n}', n).replace('{all}', entries.length);
      none.hidden = n > 0;
      clear.hidden = !fields.some(field => field.value);
    }
    function keep() {
      const query = new URLSearchParams();
      for (const field of fields) if (field.value) query.set(field.name, field.value);
      history.replaceState(null, '', location.pathname + (query.size ? '?' + query : '') + location.hash);
    }
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = asked.get(field.name);
      if (value !== null) field.value = value;
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
    form.hidden = false;
    form.addEventListener('input', () => { run(); keep(); });
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(() => { run(); keep(); q.focus(); }));
    addEventListener('keydown', event => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
      event.preventDefault();
      q.focus();
    });
    if (asked.size) run();
  }

  addEventListener('DOMContentLoaded', () => {
    const button = one('#theme'), form = one('#find');
    if (button) themes(button);
    if (form) filters(form);
  });
  // paper has no folds
  addEventListener('beforeprint', () => { for (const fold of all('details:not([open])')) { fold.open = true; fold.dataset.folded = ''; } });
  addEventListener('afterprint', () => { for (const fold of all('details[data-folded]')) { fold.open = false; delete fold.dataset.folded; } });
})();
