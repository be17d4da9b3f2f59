/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What changed between two versions of a framework, item by item: what came, what went, what is said
 * differently and what stands elsewhere. */

#include "config.h"

#include "wm-framework-changes.h"

#include <glib/gi18n-lib.h>

static void
add_row (WmTable *table, const WmFrameworkItem *item, const char *change, const char *then,
         const char *now)
{
  wm_table_begin_row (table);
  wm_table_add_text (table, wm_item_kind_get_words (wm_framework_item_get_kind (item)));
  wm_table_add_text (table, wm_framework_item_get_name (item));
  wm_table_add_text (table, change);
  wm_table_add_text (table, then);
  wm_table_add_text (table, now);
}

static void
add_fields (WmTable *table, const WmFrameworkItem *then, const WmFrameworkItem *now)
{
  for (guint f = 0; f < WM_N_FIELDS; f++)
    {
      const char *before = wm_framework_item_get_text (then, (WmField) f);
      const char *after = wm_framework_item_get_text (now, (WmField) f);

      if (g_strcmp0 (before, after) != 0)
        add_row (table, now, _(wm_field_get_info ((WmField) f)->label),
                 wm_field_get_words ((WmField) f, before), wm_field_get_words ((WmField) f, after));
    }
}

/* A line for each part: its cells, as they are. */
static char *
join_parts (const WmFrameworkItem *item, WmPartKind part)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < wm_framework_item_get_n_parts (item, part); i++)
    {
      const char *mark = i > 0 ? "\n" : "";

      for (guint c = 0; c < wm_part_get_n_cells (part); c++)
        {
          const char *cell = wm_framework_item_get_part (item, part, i, c);

          if (cell == NULL || *cell == '\0')
            continue;
          g_string_append_printf (text, "%s%s", mark, cell);
          mark = " · ";
        }
    }
  return g_string_free (text, FALSE);
}

static void
add_parts (WmTable *table, const WmFrameworkItem *then, const WmFrameworkItem *now)
{
  for (guint p = 0; p < WM_N_PART_KINDS; p++)
    {
      g_autofree char *before = join_parts (then, (WmPartKind) p);
      g_autofree char *after = join_parts (now, (WmPartKind) p);

      if (!g_str_equal (before, after))
        add_row (table, now, _(wm_part_get_info ((WmPartKind) p)->label), before, after);
    }
}

/* The ids that tell places apart, and the names that people read. */
static char *
join_parents (WmFramework *framework, const WmFrameworkItem *item, gboolean by_name)
{
  g_autoptr (GPtrArray) parents = wm_framework_list_parents (framework,
                                                             wm_framework_item_get_id (item));
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < parents->len; i++)
    {
      const WmFrameworkItem *parent = g_ptr_array_index (parents, i);

      g_ptr_array_add (words, (gpointer) (by_name ? wm_framework_item_get_name (parent)
                                                  : wm_framework_item_get_id (parent)));
    }
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("\n", (char **) words->pdata);
}

static void
add_place (WmTable *table, WmFramework *then, WmFramework *now, const WmFrameworkItem *item)
{
  g_autofree char *ids_before = join_parents (then, item, FALSE);
  g_autofree char *ids_after = join_parents (now, item, FALSE);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (g_str_equal (ids_before, ids_after))
    return;
  before = join_parents (then, item, TRUE);
  after = join_parents (now, item, TRUE);
  add_row (table, item, _("Stands below"), before, after);
}

static void
add_item (WmTable *table, WmFramework *then, WmFramework *now, WmFrameworkItem *item)
{
  const WmFrameworkItem *before = wm_framework_find (then, wm_framework_item_get_id (item));

  if (before == NULL)
    {
      add_row (table, item, _("Added"), NULL, wm_framework_item_get_name (item));
      return;
    }
  if (!wm_framework_item_equal (before, item))
    {
      add_fields (table, before, item);
      add_parts (table, before, item);
    }
  add_place (table, then, now, item);
}

/**
 * wm_framework_list_changes:
 * @then: a framework as it was
 * @now: the same framework as it is
 *
 * Lists what changed: a row for each field, list or place that is another, and for each item that
 * came or went. Items are the same that have the same id.
 *
 * Returns: (transfer full): a table; without rows when nothing changed
 */
WmTable *
wm_framework_list_changes (WmFramework *then, WmFramework *now)
{
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "kind", WM_COLUMN_TEXT);
  wm_table_add_column (table, "item", WM_COLUMN_TEXT);
  wm_table_add_column (table, "change", WM_COLUMN_TEXT);
  wm_table_add_column (table, "then", WM_COLUMN_TEXT);
  wm_table_add_column (table, "now", WM_COLUMN_TEXT);
  for (guint i = 0; i < wm_framework_get_n_items (now); i++)
    add_item (table, then, now, wm_framework_get_item (now, i));
  for (guint i = 0; i < wm_framework_get_n_items (then); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (then, i);

      if (wm_framework_find (now, wm_framework_item_get_id (item)) == NULL)
        add_row (table, item, _("Removed"), wm_framework_item_get_name (item), NULL);
    }
  return table;
}
