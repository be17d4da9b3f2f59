/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What a framework still lacks: said quietly as findings, each with the id of its item. Nothing
 * here keeps anybody from saving. */

#include "config.h"

#include "wm-framework-check.h"

#include "wm-finding.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  WmFramework *framework;
  GPtrArray *findings;     /* of WmFinding */
  GHashTable *codes;       /* code -> id of the first that has it; case matters */
  GHashTable *placed;      /* ids that stand below something */
} Check;

static void
add (Check *check, WmSeverity severity, const char *code, const WmFrameworkItem *item, const char *message)
{
  g_ptr_array_add (check->findings, wm_finding_new (severity, code, message, wm_framework_item_get_id (item)));
}

static gboolean
is_blank (const WmFrameworkItem *item, WmField field)
{
  return wm_framework_item_get_text (item, field) == NULL;
}

/* A rate, a percentage or a ratio is a number of something among a number of others. */
static gboolean
is_rate (const WmFrameworkItem *item)
{
  const char *unit = wm_framework_item_get_text (item, WM_FIELD_UNIT);
  g_autofree char *folded = unit != NULL ? wm_text_fold (unit) : NULL;

  return folded != NULL && (*unit == '%' || g_str_has_prefix (folded, "rate")
                            || g_str_has_prefix (folded, "percent") || g_str_has_prefix (folded, "ratio"));
}

static void
check_direction (Check *check, const WmFrameworkItem *item)
{
  gboolean is_range = wm_framework_item_has (item, WM_FIELD_DIRECTION, "range");

  if (is_blank (item, WM_FIELD_DIRECTION))
    add (check, WM_SEVERITY_WARNING, "unclear-direction", item,
         _("Nobody has said which direction is good"));
  else if (is_range && is_blank (item, WM_FIELD_RANGE_LOW) && is_blank (item, WM_FIELD_RANGE_HIGH))
    add (check, WM_SEVERITY_WARNING, "unclear-direction", item,
         _("A range is said to be good, but not which"));
}

static void
check_binding (Check *check, const WmFrameworkItem *item)
{
  gboolean has_code = !is_blank (item, WM_FIELD_BINDING_CODE);

  if (is_blank (item, WM_FIELD_BINDING) ? has_code : !has_code)
    add (check, WM_SEVERITY_WARNING, "unreadable-binding", item,
         _("The binding to data lacks its kind or its code"));
}

static void
check_indicator (Check *check, const WmFrameworkItem *item)
{
  if (is_blank (item, WM_FIELD_DEFINITION))
    add (check, WM_SEVERITY_NOTE, "missing-definition", item, _("There is no definition"));
  if (wm_framework_item_get_n_parts (item, WM_PART_SOURCE) == 0)
    add (check, WM_SEVERITY_NOTE, "no-source", item, _("No data source is named"));
  check_direction (check, item);
  if (is_rate (item) && is_blank (item, WM_FIELD_DENOMINATOR))
    add (check, WM_SEVERITY_NOTE, "no-denominator", item, _("A rate or a percentage needs a denominator"));
  check_binding (check, item);
  if (wm_framework_item_has (item, WM_FIELD_VITAL_SIGN, "yes") && is_blank (item, WM_FIELD_VITAL_SIGN_EVIDENCE))
    add (check, WM_SEVERITY_NOTE, "vital-sign-provisional", item,
         _("A vital sign without evidence is provisional"));
}

static void
check_code (Check *check, const WmFrameworkItem *item)
{
  const char *code = wm_framework_item_get_text (item, WM_FIELD_CODE);
  g_autofree char *message = NULL;
  const char *first;

  if (code == NULL)
    return;
  first = g_hash_table_lookup (check->codes, code);
  if (first == NULL)
    {
      g_hash_table_insert (check->codes, (char *) code, (char *) wm_framework_item_get_id (item));
      return;
    }
  message = g_strdup_printf (_("The code “%1$s” is also that of “%2$s”"), code, first);
  add (check, WM_SEVERITY_WARNING, "duplicate-code", item, message);
}

/* An outcome that all its indicators see from one side only. */
static gboolean
has_one_kind_of_data (WmFramework *framework, const WmFrameworkItem *outcome)
{
  const char *kind = NULL;
  guint n = wm_framework_item_get_n_children (outcome);

  for (guint i = 0; i < n; i++)
    {
      const WmFrameworkItem *child = wm_framework_find (framework, wm_framework_item_get_child (outcome, i));
      const char *own = child != NULL ? wm_framework_item_get_text (child, WM_FIELD_DATA_KIND) : NULL;

      if (own == NULL || (kind != NULL && !g_str_equal (kind, own)))
        return FALSE;
      kind = own;
    }
  return n > 1;
}

static void
check_item (Check *check, WmFrameworkItem *item)
{
  WmItemKind kind = wm_framework_item_get_kind (item);

  if (is_blank (item, WM_FIELD_TITLE))
    add (check, WM_SEVERITY_WARNING, "missing-title", item, _("There is no title"));
  if (kind == WM_ITEM_INDICATOR)
    {
      check_code (check, item);
      if (!wm_framework_item_is_placeholder (item))
        check_indicator (check, item);
    }
  if (wm_framework_is_gap (check->framework, item))
    add (check, WM_SEVERITY_NOTE, "gap", item, _("Nothing measures this outcome yet"));
  else if (kind == WM_ITEM_OUTCOME && has_one_kind_of_data (check->framework, item))
    add (check, WM_SEVERITY_NOTE, "one-kind-of-data", item,
         _("All indicators of this outcome are of one kind of data"));
  if (kind != WM_ITEM_FRAMEWORK && !g_hash_table_contains (check->placed, wm_framework_item_get_id (item)))
    add (check, WM_SEVERITY_WARNING, "no-place", item, _("This item stands nowhere in the framework"));
}

static GHashTable *
list_placed (WmFramework *self)
{
  GHashTable *placed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < wm_framework_get_n_items (self); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (self, i);

      for (guint j = 0; j < wm_framework_item_get_n_children (item); j++)
        g_hash_table_add (placed, (char *) wm_framework_item_get_child (item, j));
    }
  return placed;
}

/**
 * wm_framework_check:
 * @self: a framework
 *
 * Lists what a framework lacks: definitions, sources, directions, denominators, bindings that
 * cannot be read, codes that stand twice, outcomes that nothing measures. A placeholder lacks
 * nothing.
 *
 * Returns: (transfer full) (element-type WmFinding): the findings in the order of the items; the
 *   value of each is the id of its item
 */
GPtrArray *
wm_framework_check (WmFramework *self)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) placed = list_placed (self);
  Check check = { self, g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free), codes, placed };

  for (guint i = 0; i < wm_framework_get_n_items (self); i++)
    check_item (&check, wm_framework_get_item (self, i));
  return check.findings;
}
