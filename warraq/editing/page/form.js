/* The page of the form: it fetches what the site's build says of kinds and records, completes it, and hands it to the
   CMS. Nothing is asked of another host here; the page's policy would not allow it. */

import { init, registerCustomFormat, registerPreviewStyle } from "./cms/index.js";
import { factsFormat, textFormat } from "./keeping.js";

const page = document.documentElement;
const spoken = page.dataset.languages.split(" ");
const code = navigator.languages.map((tag) => tag.split("-")[0]).find((one) => spoken.includes(one));
const form = await (await fetch(`form.${code ?? page.dataset.language}.json`)).json();
const { config, records } = form;

/* A form that keeps all on this machine is of no use elsewhere. */
const isHere = /^(localhost|127(\.\d+){3}|\[::1\]|.*\.localhost)$/.test(location.hostname);

/** For each kind, the ids of its records. */
const ids = Object.fromEntries(Object.entries(records).map(([kind, rows]) => [kind, new Set(rows.map(([id]) => id))]));

/** The kinds, of those that a field may name, that have a record with this id. */
const kindsWith = (id, kinds) => kinds.filter((kind) => ids[kind]?.has(id));

/** What a field that may name several kinds chooses from. */
const optionsOf = (kinds) =>
  kinds.flatMap((kind) =>
    records[kind].map(([id, title]) => ({
      label: title === id ? id : `${title} · ${id}`,
      value: kindsWith(id, kinds).length > 1 ? `${kind}/${id}` : id,
    })),
  );

const choices = new Map();
const completed = (field) => {
  if (field.options_of) {
    const name = field.options_of.join();
    if (!choices.has(name)) choices.set(name, optionsOf(field.options_of));
    const { options_of: _, ...rest } = field;
    return { ...rest, options: choices.get(name) };
  }
  return field.fields ? { ...field, fields: field.fields.map(completed) } : field;
};

/** Where the page of a record is on this site, in the language that the CMS puts in. */
const pageOf = (kind, id) => `{{locale}}/${kind === "pages" ? "" : `${kind}/`}${id}/`;

const collections = config.collections.flatMap((collection) => {
  if (!collection.fields) return [collection];
  const { fields, ...rest } = { ...collection, fields: collection.fields.map(completed) };
  if (!collection.files) return [{ ...rest, fields }];
  const kind = collection.name.replace(/-texts$/, "");
  const files = records[kind].map(([id, title, first]) => ({
    name: id,
    label: title,
    file: form.texts[kind].replace("{{id}}", id),
    /* The CMS cannot begin a text in its main language beside others that are there: so it is one that is there. */
    i18n: { default_locale: first },
    preview_path: pageOf(kind, id),
    fields,
  }));
  return files.length ? [{ ...rest, files }] : [];
});

const words = {
  ...form.words,
  /* Of an id that only one of the kinds has, the form writes and shows no more than the id. */
  idOf: (written, kinds = []) => {
    const [id, kind] = written.split("/").reverse();
    return kind && kindsWith(id, kinds).length === 1 && kinds.includes(kind) && ids[kind].has(id) ? id : written;
  },
};
for (const [kind, shapes] of Object.entries(form.shapes))
  registerCustomFormat(`facts-${kind}`, "yaml", factsFormat(shapes, words));
registerCustomFormat("text-frontmatter", "md", textFormat(form.text_shapes, words));
for (const sheet of ["house.css", "preview.css"]) registerPreviewStyle(sheet);

if (page.dataset.backend === "local" && !isHere) document.getElementById("elsewhere").hidden = false;
else init({ config: { ...config, collections, site_url: new URL("..", location.href).href } });
