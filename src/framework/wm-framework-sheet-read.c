/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Rows of a table to a framework: domains and outcomes are made as they come, each row is an
 * indicator in one of its places. What cannot be read is left out and said, with its line; only a
 * table that tells nothing of indicators gives no framework. */

#include "config.h"

#include "wm-framework-sheet-private.h"

#include "wm-finding.h"
#include "wm-framework-links-private.h"
#include "wm-framework-read.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More findings than this help nobody. */
#define MAX_FINDINGS 500

typedef struct
{
  WmFrameworkSheet *sheet;
  GPtrArray *findings;        /* of WmFinding */
  GPtrArray *items;           /* of WmFrameworkItem; the first is the header */
  GHashTable *by_id;          /* id -> WmFrameworkItem, lent */
  GHashTable *by_name;        /* what a row calls a domain or an outcome -> WmFrameworkItem, lent */
  GHashTable *by_code;        /* code -> WmFrameworkItem, the first indicator that has it, lent */
  GHashTable *lines;          /* id -> line of its first row */
  const WmSheetRow *row;      /* that is being read */
  WmFrameworkItem *domain;    /* of the row before */
  WmFrameworkItem *outcome;
  gboolean has_domains;       /* a column tells of domains */
  char *wrong_link;           /* the first link that cannot be */
} Reading;

/* Says something of the row that is being read; cases of one kind are one finding. */
static void
add_finding (Reading *reading, WmSeverity severity, const char *code, const char *value, char *message)
{
  WmFinding *finding = NULL;

  for (guint i = 0; i < reading->findings->len && finding == NULL; i++)
    {
      WmFinding *other = g_ptr_array_index (reading->findings, i);

      if (g_str_equal (other->code, code) && g_str_equal (other->message, message))
        finding = other;
    }
  if (finding == NULL && reading->findings->len < MAX_FINDINGS)
    {
      finding = wm_finding_new (severity, code, message, value);
      g_ptr_array_add (reading->findings, finding);
    }
  if (finding != NULL)
    wm_finding_add_line (finding, reading->row->line);
  g_free (message);
}

/* The text of a cell without blanks at its ends; "" behind the end of the row. */
static char *
dup_cell (const Reading *reading, guint column)
{
  return wm_text_trim (column < reading->row->n_cells ? reading->row->cells[column] : "");
}

/* The text of the column with a target; "" when there is none. */
static char *
dup_told (const Reading *reading, WmSheetTarget target)
{
  for (guint i = 0; i < wm_framework_sheet_get_n_columns (reading->sheet); i++)
    if (wm_framework_sheet_get_target (reading->sheet, i) == target)
      return dup_cell (reading, i);
  return g_strdup ("");
}

static gboolean
tells_of (const Reading *reading, WmItemKind kind)
{
  for (guint i = 0; i < wm_framework_sheet_get_n_columns (reading->sheet); i++)
    {
      g_autofree char *cell = dup_cell (reading, i);

      if (wm_sheet_target_get_kind (wm_framework_sheet_get_target (reading->sheet, i)) == kind && *cell != '\0')
        return TRUE;
    }
  return FALSE;
}

/* What a field shall hold; %NULL for a value that it cannot, which is said. */
static char *
convert (Reading *reading, WmField field, const char *text)
{
  const WmFieldInfo *info = wm_field_get_info (field);
  const char *choice = info->choices != NULL ? wm_sheet_find_choice (info->choices, text) : NULL;

  if (choice != NULL)
    return g_strdup (choice);
  if (wm_field_accepts (field, text))
    return g_strdup (text);
  if (info->choices != NULL)
    {
      g_autofree char *choices = wm_choice_list (info->choices);

      add_finding (reading, WM_SEVERITY_WARNING, "bad-value", text,
                   g_strdup_printf (_("“%1$s” was left out: “%2$s” can be %3$s"), text, _(info->label), choices));
    }
  else
    add_finding (reading, WM_SEVERITY_WARNING, "bad-value", text,
                 g_strdup_printf (info->type == WM_FIELD_TYPE_DATE
                                  ? _("“%1$s” was left out: “%2$s” needs a date such as 2024-03-31")
                                  : _("“%1$s” was left out: “%2$s” needs a number"), text, _(info->label)));
  return NULL;
}

/* A row repeats what stands above it; where it says something else, the first row counts. */
static void
set_field (Reading *reading, WmFrameworkItem *item, WmField field, const char *text)
{
  const char *before = wm_framework_item_get_text (item, field);
  g_autofree char *value = convert (reading, field, text);

  if (value == NULL)
    return;
  if (before == NULL)
    wm_framework_item_set_text (item, field, value);
  else if (!g_str_equal (before, value))
    add_finding (reading, WM_SEVERITY_WARNING, "said-twice", wm_framework_item_get_id (item),
                 g_strdup_printf (_("“%1$s” of “%2$s” was said in another way above, which was kept"),
                                  _(wm_field_get_info (field)->label), wm_framework_item_get_name (item)));
}

/* Puts the choices of a part into their form; FALSE for a part that cannot be. */
static gboolean
check_cells (Reading *reading, const WmPartInfo *info, const char **cells, const char *text)
{
  for (guint i = 0; i < WM_MAX_CELLS && info->cells[i] != NULL; i++)
    {
      const char *cell = cells[i] != NULL ? cells[i] : "";
      const char *choice = info->choices[i] != NULL ? wm_sheet_find_choice (info->choices[i], cell) : cell;

      if ((*cell == '\0' && i < info->required) || (*cell != '\0' && choice == NULL))
        {
          add_finding (reading, WM_SEVERITY_WARNING, "bad-value", text,
                       g_strdup_printf (_("“%1$s” was left out of “%2$s”: its part “%3$s” cannot be read"), text,
                                        _(info->label), _(info->labels[i])));
          return FALSE;
        }
      cells[i] = choice;
    }
  return TRUE;
}

static void
add_parts (Reading *reading, WmFrameworkItem *item, WmPartKind kind, const char *text, const char *heading)
{
  g_autoptr (GPtrArray) parts = wm_sheet_split_parts (text, kind, heading);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *cells[WM_MAX_CELLS] = { NULL };
      GStrv found = g_ptr_array_index (parts, i);

      for (guint cell = 0; cell < WM_MAX_CELLS && found[cell] != NULL; cell++)
        cells[cell] = found[cell];
      if (check_cells (reading, wm_part_get_info (kind), cells, text)
          && !wm_framework_item_has_part (item, kind, cells))
        wm_framework_item_add_part (item, kind, cells);
    }
}

/* All that the row tells of one of its items. */
static void
fill_item (Reading *reading, WmFrameworkItem *item)
{
  for (guint i = 0; i < wm_framework_sheet_get_n_columns (reading->sheet); i++)
    {
      WmSheetTarget target = wm_framework_sheet_get_target (reading->sheet, i);
      g_autofree char *text = dup_cell (reading, i);
      WmField field;
      WmPartKind part;

      if (*text == '\0' || wm_sheet_target_get_kind (target) != wm_framework_item_get_kind (item))
        continue;
      if (wm_sheet_target_is_field (target, &field))
        set_field (reading, item, field, text);
      else if (wm_sheet_target_is_part (target, &part))
        add_parts (reading, item, part, text, wm_framework_sheet_get_heading (reading->sheet, i));
    }
}

static char *
make_id (const Reading *reading, WmItemKind kind)
{
  for (guint n = reading->items->len;; n++)
    {
      char *id = g_strdup_printf ("%s-%u", wm_item_kind_to_id (kind), n);

      if (!g_hash_table_contains (reading->by_id, id))
        return id;
      g_free (id);
    }
}

/* Makes an item with the id that the row gives, or with another where that cannot be. */
static WmFrameworkItem *
make_item (Reading *reading, WmItemKind kind, const char *wanted)
{
  gboolean is_free = wm_framework_id_is_valid (wanted) && !g_hash_table_contains (reading->by_id, wanted);
  g_autofree char *id = is_free ? g_strdup (wanted) : make_id (reading, kind);
  WmFrameworkItem *item = wm_framework_item_new (kind, id);

  if (*wanted != '\0' && !is_free)
    add_finding (reading, WM_SEVERITY_NOTE, "other-id", wanted,
                 g_strdup_printf (_("“%1$s” cannot be an id here, so “%2$s” was made"), wanted, id));
  g_ptr_array_add (reading->items, item);
  g_hash_table_insert (reading->by_id, (char *) wm_framework_item_get_id (item), item);
  g_hash_table_insert (reading->lines, (char *) wm_framework_item_get_id (item),
                       GUINT_TO_POINTER ((guint) reading->row->line));
  return item;
}

static void
place (WmFrameworkItem *parent, const WmFrameworkItem *item)
{
  if (parent != NULL && wm_framework_item_find_child (parent, wm_framework_item_get_id (item)) < 0)
    wm_framework_item_insert_child (parent, -1, wm_framework_item_get_id (item));
}

/* The domain or outcome that the row tells of: known by its id, or by its title below one domain. */
static WmFrameworkItem *
find_or_make (Reading *reading, WmItemKind kind, const WmFrameworkItem *above)
{
  g_autofree char *id = dup_told (reading, wm_sheet_target_for_id (kind));
  g_autofree char *title = dup_told (reading, wm_sheet_target_for_field (kind, WM_FIELD_TITLE));
  g_autofree char *folded = wm_text_fold (title);
  g_autofree char *name = *id != '\0'
                            ? g_strdup_printf ("%d id %s", kind, id)
                            : g_strdup_printf ("%d title %s\n%s", kind, folded,
                                               above != NULL ? wm_framework_item_get_id (above) : "");
  WmFrameworkItem *item = g_hash_table_lookup (reading->by_name, name);

  if (item == NULL)
    {
      item = make_item (reading, kind, id);
      g_hash_table_insert (reading->by_name, g_steal_pointer (&name), item);
    }
  fill_item (reading, item);
  return item;
}

/* A table without domains has one for all of it. */
static WmFrameworkItem *
get_only_domain (Reading *reading)
{
  if (reading->domain == NULL)
    {
      reading->domain = make_item (reading, WM_ITEM_DOMAIN, "");
      wm_framework_item_set_text (reading->domain, WM_FIELD_TITLE, _("All indicators"));
      place (g_ptr_array_index (reading->items, 0), reading->domain);
    }
  return reading->domain;
}

static WmFrameworkItem *
read_domain (Reading *reading)
{
  WmFrameworkItem *domain;

  if (!reading->has_domains)
    return get_only_domain (reading);
  if (!tells_of (reading, WM_ITEM_DOMAIN))
    return wm_framework_sheet_get_fills_down (reading->sheet) ? reading->domain : NULL;
  domain = find_or_make (reading, WM_ITEM_DOMAIN, NULL);
  place (g_ptr_array_index (reading->items, 0), domain);
  return domain;
}

/* A blank outcome means the one above where blanks do so and the domain has not changed. */
static WmFrameworkItem *
read_outcome (Reading *reading, WmFrameworkItem *domain)
{
  WmFrameworkItem *outcome;

  if (!tells_of (reading, WM_ITEM_OUTCOME))
    return wm_framework_sheet_get_fills_down (reading->sheet) && domain == reading->domain
             && !(reading->has_domains && tells_of (reading, WM_ITEM_DOMAIN)) ? reading->outcome : NULL;
  outcome = find_or_make (reading, WM_ITEM_OUTCOME, domain);
  place (domain, outcome);
  return outcome;
}

/* A code without a kind of binding is that of an imported indicator. */
static void
complete_binding (WmFrameworkItem *item)
{
  if (wm_framework_item_get_text (item, WM_FIELD_BINDING_CODE) != NULL
      && wm_framework_item_get_text (item, WM_FIELD_BINDING) == NULL)
    wm_framework_item_set_text (item, WM_FIELD_BINDING, "imported");
}

static void
note_code (Reading *reading, WmFrameworkItem *item)
{
  const char *code = wm_framework_item_get_text (item, WM_FIELD_CODE);

  if (code != NULL && !g_hash_table_contains (reading->by_code, code))
    g_hash_table_insert (reading->by_code, (char *) code, item);
}

/* The indicator of an id that came before stands in one more place; it is not made twice. */
static WmFrameworkItem *
find_indicator (const Reading *reading, const char *id)
{
  WmFrameworkItem *item = *id != '\0' ? g_hash_table_lookup (reading->by_id, id) : NULL;

  return item != NULL && wm_framework_item_get_kind (item) == WM_ITEM_INDICATOR ? item : NULL;
}

static void
read_indicator (Reading *reading, WmFrameworkItem *parent)
{
  g_autofree char *id = dup_told (reading, wm_sheet_target_for_id (WM_ITEM_INDICATOR));
  WmFrameworkItem *item = find_indicator (reading, id);

  if (item == NULL)
    item = make_item (reading, WM_ITEM_INDICATOR, id);
  else if (parent != NULL && wm_framework_item_find_child (parent, id) >= 0)
    add_finding (reading, WM_SEVERITY_WARNING, "row-twice", id,
                 g_strdup_printf (_("“%1$s” stands below “%2$s” already"), wm_framework_item_get_name (item),
                                  wm_framework_item_get_name (parent)));
  fill_item (reading, item);
  complete_binding (item);
  note_code (reading, item);
  if (wm_framework_item_get_text (item, WM_FIELD_TITLE) == NULL)
    add_finding (reading, WM_SEVERITY_WARNING, "missing-title", wm_framework_item_get_id (item),
                 g_strdup (_("The row has no title for its indicator")));
  place (parent, item);
}

static void
read_row (Reading *reading)
{
  WmFrameworkItem *domain = read_domain (reading);
  WmFrameworkItem *outcome = read_outcome (reading, domain);

  if (reading->row->n_cells > wm_framework_sheet_get_n_columns (reading->sheet))
    {
      g_autofree char *extra = dup_cell (reading, wm_framework_sheet_get_n_columns (reading->sheet));

      if (*extra != '\0')
        add_finding (reading, WM_SEVERITY_WARNING, "long-row", extra,
                     g_strdup (_("The row has more cells than the table has headings; they were left out")));
    }
  if (tells_of (reading, WM_ITEM_INDICATOR))
    read_indicator (reading, outcome != NULL ? outcome : domain);
  reading->domain = domain;
  reading->outcome = outcome;
}

/* The id of the item that a link means: it may say an id or the code of an indicator. */
static const char *
resolve (const Reading *reading, const char *name)
{
  const WmFrameworkItem *item = g_hash_table_lookup (reading->by_id, name);

  if (item == NULL)
    item = g_hash_table_lookup (reading->by_code, name);
  return item != NULL ? wm_framework_item_get_id (item) : NULL;
}

static void
resolve_links (Reading *reading, WmFrameworkItem *item, WmPartKind kind)
{
  g_autoptr (WmFrameworkItem) before = NULL;

  if (wm_framework_item_get_n_parts (item, kind) == 0)
    return;
  before = wm_framework_item_copy (item);
  wm_framework_item_clear_parts (item, kind);
  for (guint i = 0; i < wm_framework_item_get_n_parts (before, kind); i++)
    {
      const char *name = wm_framework_item_get_part (before, kind, i, WM_LINK_TO);
      const char *cells[WM_MAX_CELLS] = { resolve (reading, name), NULL };

      if (cells[WM_LINK_TO] == NULL)
        add_finding (reading, WM_SEVERITY_WARNING, "dangling-link", name,
                     g_strdup_printf (_("“%1$s” links to “%2$s”, which the table does not have; the link was left out"),
                                      wm_framework_item_get_name (item), name));
      else if (!wm_framework_item_has_part (item, kind, cells))
        wm_framework_item_add_part (item, kind, cells);
    }
}

static void
note_link_cb (const char *id, const char *code, const char *value, char *message, gpointer user_data)
{
  Reading *reading = user_data;

  if (reading->wrong_link == NULL)
    reading->wrong_link = g_strdup_printf (_("Line %1$u: %2$s"),
                                           GPOINTER_TO_UINT (g_hash_table_lookup (reading->lines, id)), message);
  g_free (message);
}

static gboolean
check_links (Reading *reading, GError **error)
{
  for (guint i = 1; i < reading->items->len; i++)
    {
      WmFrameworkItem *item = g_ptr_array_index (reading->items, i);
      WmSheetRow row = { GPOINTER_TO_UINT (g_hash_table_lookup (reading->lines, wm_framework_item_get_id (item))) };

      reading->row = &row;
      resolve_links (reading, item, WM_PART_READ_WITH);
      resolve_links (reading, item, WM_PART_LEADS_TO);
      reading->row = NULL;
    }
  wm_framework_check_links (reading->items, note_link_cb, reading);
  if (reading->wrong_link == NULL)
    return TRUE;
  g_set_error_literal (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT, reading->wrong_link);
  return FALSE;
}

/* The headings of a table for a message, the first of them when there are many. */
static char *
list_headings (WmFrameworkSheet *sheet)
{
  g_autoptr (GStrvBuilder) headings = g_strv_builder_new ();
  guint n = wm_framework_sheet_get_n_columns (sheet);
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < MIN (n, 8); i++)
    g_strv_builder_add (headings, wm_framework_sheet_get_heading (sheet, i));
  if (n > 8)
    g_strv_builder_add (headings, "…");
  all = g_strv_builder_end (headings);
  return g_strjoinv (", ", all);
}

/* No field can be told by two columns, and one must tell the titles of the indicators. */
static gboolean
check_targets (WmFrameworkSheet *sheet, GError **error)
{
  guint n = wm_framework_sheet_get_n_columns (sheet);
  WmSheetTarget title = wm_sheet_target_for_field (WM_ITEM_INDICATOR, WM_FIELD_TITLE);
  g_autoptr (GHashTable) columns = g_hash_table_new (NULL, NULL);
  WmPartKind part;

  for (guint i = 0; i < n; i++)
    {
      WmSheetTarget target = wm_framework_sheet_get_target (sheet, i);
      guint other = GPOINTER_TO_UINT (g_hash_table_lookup (columns, GUINT_TO_POINTER (target)));
      g_autofree char *words = wm_sheet_target_get_words (target);

      if (target != WM_SHEET_LEFT_OUT && other > 0 && !wm_sheet_target_is_part (target, &part))
        {
          g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT,
                       _("The columns “%1$s” and “%2$s” cannot both be “%3$s”"),
                       wm_framework_sheet_get_heading (sheet, other - 1), wm_framework_sheet_get_heading (sheet, i), words);
          return FALSE;
        }
      g_hash_table_insert (columns, GUINT_TO_POINTER (target), GUINT_TO_POINTER (i + 1));
    }
  if (!g_hash_table_contains (columns, GUINT_TO_POINTER (title)))
    {
      g_autofree char *headings = list_headings (sheet);

      g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK,
                   _("No column holds the titles of indicators. The table has the columns: %s"), headings);
      return FALSE;
    }
  return TRUE;
}

static gboolean
has_kind (WmFrameworkSheet *sheet, WmItemKind kind)
{
  for (guint i = 0; i < wm_framework_sheet_get_n_columns (sheet); i++)
    if (wm_sheet_target_get_kind (wm_framework_sheet_get_target (sheet, i)) == kind)
      return TRUE;
  return FALSE;
}

static gboolean
read_rows (Reading *reading, GError **error)
{
  const GPtrArray *rows = wm_framework_sheet_get_rows (reading->sheet);

  for (guint i = 0; i < rows->len; i++)
    {
      reading->row = g_ptr_array_index (rows, i);
      read_row (reading);
    }
  if (reading->items->len > 1)
    return check_links (reading, error);
  g_set_error_literal (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK,
                       _("Below its headings the table holds no indicator"));
  return FALSE;
}

/**
 * wm_framework_sheet_read:
 * @self: a table
 * @id: the id of the framework; see [func@framework_id_is_valid]
 * @title: its title
 * @findings: (nullable) (element-type WmFinding): gets what was left out, with lines
 * @error: return location for an error
 *
 * Makes a framework of a table. Each row is an indicator; domains and outcomes are made as they
 * come; an id that comes again gives the indicator one more place. Values that a field cannot hold
 * are left out and said.
 *
 * Fails with %WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK when no column holds the titles of indicators or
 * no row has any, and with %WM_FRAMEWORK_ERROR_BAD_CONTENT when two columns tell the same or links
 * lead back to where they began.
 *
 * Returns: (transfer full): the framework
 */
WmFramework *
wm_framework_sheet_read (WmFrameworkSheet *self, const char *id, const char *title, GPtrArray *findings,
                         GError **error)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { self, findings != NULL ? findings : own, items, by_id, by_name, by_code, lines };
  gboolean is_read;

  g_return_val_if_fail (wm_framework_id_is_valid (id), NULL);

  if (!check_targets (self, error))
    return NULL;
  reading.has_domains = has_kind (self, WM_ITEM_DOMAIN);
  g_ptr_array_add (items, wm_framework_item_new (WM_ITEM_FRAMEWORK, id));
  wm_framework_item_set_text (items->pdata[0], WM_FIELD_TITLE, title);
  g_hash_table_insert (by_id, (char *) id, items->pdata[0]);
  is_read = read_rows (&reading, error);
  g_free (reading.wrong_link);
  return is_read ? wm_framework_new (g_steal_pointer (&items)) : NULL;
}
