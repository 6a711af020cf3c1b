/* The search: what fits stays in the list of this page or, where the list has several pages, is listed in its place.
   The events are loaded as scripts when somebody searches, since a page opened from the disk may load nothing else. */
(() => {
  'use strict';
  const [ID, HEADLINE, WHEN, FIRST, LAST, NAMES, SOURCES, SURE, RANK, , TEXT] = Array(11).keys();
  const DAY = 864e5, EPOCH = 719163, STEP = 100;
  const parts = [];
  const find = window.timelineFind = (number, rows) => { parts[number] = rows; };

  /* '2022-01-26' and '-0043-03-15' as days since 1 January of the year 1, and back */
  find.ordinal = text => {
    const found = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(text);
    return found ? new Date(0).setUTCFullYear(found[1], found[2] - 1, found[3]) / DAY + EPOCH : NaN;
  };
  find.iso = day => {
    const date = new Date((day - EPOCH) * DAY), year = date.getUTCFullYear();
    return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0') + date.toISOString().slice(-20, -14);
  };

  const form = document.querySelector('#find');
  if (!form) return;
  const { q, name, source, sure, from, to, show } = form.elements, fields = [q, name, source, sure, from, to, show].filter(Boolean);
  const one = selector => document.querySelector(selector), all = selector => [...document.querySelectorAll(selector)];
  const alone = 'alone' in form.dataset, count = +form.dataset.all, total = one('#shown').dataset.total;
  const list = one('#list'), results = one('#results'), more = one('#more');
  const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  let rows, loading;
  const load = () => loading ??= Promise.all(form.dataset.index.trim().split(/\s+/).map(path => new Promise((done, fail) => {
    const script = document.createElement('script');
    [script.src, script.onload, script.onerror] = [path, done, fail];
    document.head.append(script);
  }))).then(() => { rows = parts.flat(); });

  /* a function that says whether a row fits what is asked; none where nothing is asked */
  function wanted() {
    const words = [...fold(q.value).matchAll(/"([^"]*)"?|\S+/g)].map(([word, phrase]) => phrase ?? word), tests = [];
    const among = (select, column) => {
      const place = select?.value ? select.selectedIndex - 1 : -1;
      if (place >= 0) tests.push(row => row[column].includes(place));
    };
    among(name, NAMES);
    among(source, SOURCES);
    among(sure, SURE);
    const first = find.ordinal(from.value), last = find.ordinal(to.value);
    if (first === first) tests.push(row => row[LAST] >= first);
    if (last === last) tests.push(row => row[FIRST] <= last);
    for (const word of words.filter(Boolean)) tests.push(row => row[TEXT].includes(word));
    return tests.length ? row => tests.every(test => test(row)) : null;
  }

  /* how many events are shown while nothing is asked: the key events, or as many as somebody chose */
  const limit = () => show ? +(show.value || form.dataset.key) : count;

  const entries = alone ? all('.ev') : [];
  let dots;
  function inPlace(found) {
    for (const entry of entries) entry.hidden = found && !found.has(entry.id);
    for (const box of all('.day:not(.g), .month')) box.hidden = !box.querySelector('.ev:not([hidden])');
    for (const gap of all('.gap')) gap.hidden = Boolean(found);
  }

  let waiting = [];
  function item(row) {
    const made = document.createElement('li'), link = document.createElement('a'), small = document.createElement('small');
    [link.href, link.textContent, link.dir] = [`${form.dataset.root}events/${row[ID]}/index.html`, row[HEADLINE], 'auto'];
    small.textContent = row[WHEN];
    made.append(small, link);
    return made;
  }
  function further() {
    results.querySelector('ol').append(...waiting.splice(0, STEP).map(item));
    more.hidden = !waiting.length;
  }
  function listed(found) {
    results.querySelector('ol').replaceChildren();
    waiting = [...(found || [])];
    further();
    results.hidden = !found?.length;
    list.hidden = Boolean(found);
  }

  /* `ids`: of the events that are shown, none for all of them; `found`: their rows, where the list has several pages */
  function tell(ids, found, few = false) {
    dots ??= all('[data-for]');
    for (const dot of dots) dot.classList.toggle('off', Boolean(ids) && !ids.has(dot.dataset.for));
    list.classList.toggle('few', few); // the style takes the others out, so that nothing jumps when the page opens
    if (alone) inPlace(few ? null : ids);
    else listed(found);
    one('#shown').value = ids ? form.dataset.shown.replace('{n}', ids.size).replace('{all}', count) : total;
    one('#none').hidden = !ids || ids.size > 0;
    one('#clear').hidden = !fields.some(field => field.value);
    form.dispatchEvent(new CustomEvent('found', { detail: { rows, found } }));
  }
  const pick = async fits => {
    await load();
    const found = rows.filter(fits() || (row => row[RANK] < limit()));
    tell(new Set(found.map(row => row[ID])), found);
  };
  function run() {
    if (wanted()) pick(wanted);
    else if (limit() >= count || (!alone && !show?.value)) tell(null, null);
    else if (alone) tell(new Set(entries.filter(entry => +entry.dataset.rank < limit()).map(entry => entry.id)), null, !show.value);
    else pick(() => null);
  }
  /* whoever comes for one event gets to see it */
  function reveal() {
    const entry = alone && location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('.ev, .day');
    if (!entry || entry.checkVisibility()) return;
    for (const field of fields) field.value = '';
    if (show) show.value = form.dataset.all;
    run();
    keep();
    entry.scrollIntoView();
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
  form.addEventListener('focusin', load, { once: true });
  form.addEventListener('input', () => { run(); keep(); });
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => { from.value = to.value = ''; run(); keep(); q.focus(); }));
  more.addEventListener('click', further);
  addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
    event.preventDefault();
    q.focus();
  });
  run();
  reveal();
  addEventListener('hashchange', reveal);
})();
