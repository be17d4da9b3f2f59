/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli framework show: the items of a framework, as it has them or by a grouping of their
 * tags; what groupings there are; and what each domain asks of those who would fill it. */

#include "config.h"

#include "wm-cli-framework.h"

#include "wm-framework-burden.h"
#include "wm-framework-group.h"
#include "wm-framework-table.h"
#include "wm-frameworks.h"

#include <glib/gi18n.h>

typedef WmCliFrameworkOptions Options;

/* A row for each value, with how many indicators show there. */
static void
add_values (WmTable *table, WmFramework *framework, const char *grouping)
{
  g_autoptr (GPtrArray) values = wm_framework_list_group_values (framework, grouping);
  g_autoptr (WmFramework) view = wm_framework_regroup (framework, grouping);
  const WmFrameworkItem *header = wm_framework_get_header (view);

  for (guint i = 0; i < values->len; i++)
    {
      const WmFrameworkItem *group = wm_framework_find (view, wm_framework_item_get_child (header, i));

      wm_table_begin_row (table);
      wm_table_add_text (table, grouping);
      wm_table_add_text (table, values->pdata[i]);
      wm_table_add_number (table, wm_framework_count_burden (view, group).n_indicators);
    }
}

static WmTable *
make_groupings_table (WmFramework *framework)
{
  g_autoptr (GPtrArray) groupings = wm_framework_list_groupings (framework);
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "grouping", WM_COLUMN_TEXT);
  wm_table_add_column (table, "value", WM_COLUMN_TEXT);
  wm_table_add_column (table, "indicators", WM_COLUMN_NUMBER);
  for (guint i = 0; i < groupings->len; i++)
    add_values (table, framework, groupings->pdata[i]);
  return table;
}

static void
set_unknown_grouping (WmFramework *framework, GPtrArray *groupings, const char *grouping, GError **error)
{
  g_autofree char *list = NULL;

  if (groupings->len == 0)
    {
      g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM,
                   _("No item of “%s” has a tag, so there is nothing to group by."),
                   wm_framework_get_title (framework));
      return;
    }
  g_ptr_array_add (groupings, NULL);
  list = g_strjoinv ("; ", (char **) groupings->pdata);
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM,
               /* Translators: a grouping, the title of a framework, and a list of groupings. */
               _("There is no grouping “%1$s” in “%2$s”. It has: %3$s."), grouping,
               wm_framework_get_title (framework), list);
}

static WmTable *
make_grouped_table (WmFramework *framework, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) groupings = wm_framework_list_groupings (framework);
  g_autoptr (WmFramework) view = NULL;

  if (!g_ptr_array_find_with_equal_func (groupings, options->by, g_str_equal, NULL))
    {
      set_unknown_grouping (framework, groupings, options->by, error);
      return NULL;
    }
  if (options->matrix)
    return wm_framework_group_matrix (framework, options->by);
  view = wm_framework_regroup (framework, options->by);
  return wm_framework_to_summary_table (view);
}

static WmTable *
make_table (WmFramework *framework, const Options *options, GError **error)
{
  if (options->by != NULL)
    return make_grouped_table (framework, options, error);
  if (options->groupings)
    return make_groupings_table (framework);
  return options->burden ? wm_framework_to_burden_table (framework) : wm_framework_to_summary_table (framework);
}

/* show F */
WmCliStatus
wm_cli_framework_show (GStrv names, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = NULL;
  g_autoptr (WmTable) table = NULL;

  if ((options->by != NULL) + options->groupings + options->burden > 1)
    return wm_cli_misuse (_("one of --by, --groupings and --burden."));
  if (options->matrix && options->by == NULL)
    return wm_cli_misuse (_("--matrix needs --by GROUPING."));
  framework = wm_framework_load_named (names[0], &error);
  if (framework != NULL)
    table = make_table (framework, options, &error);
  if (table == NULL)
    return wm_cli_fail_as (error, options->format);
  wm_cli_print_table (table, options->format);
  return WM_CLI_DONE;
}
