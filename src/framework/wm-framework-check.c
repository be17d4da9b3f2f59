/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What a framework still lacks: said quietly as findings, each with the id of its item. Nothing
 * here keeps anybody from saving. */

#include "config.h"

#include "wm-framework-check.h"

#include "wm-finding.h"
#include "wm-framework-links-private.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

static double
get_number (const WmFrameworkItem *item, WmField field)
{
  return g_ascii_strtod (wm_framework_item_get_text (item, field), NULL);
}

/* Parts that each have a direction need none for the whole. */
static gboolean
have_all_parts_direction (const WmFrameworkItem *item)
{
  guint n = wm_framework_item_get_n_parts (item, WM_PART_SUB_MEASURE);

  for (guint i = 0; i < n; i++)
    if (wm_framework_item_get_part (item, WM_PART_SUB_MEASURE, i, WM_SUB_MEASURE_DIRECTION) == NULL)
      return FALSE;
  return n > 0;
}

static void
check_direction (Check *check, const WmFrameworkItem *item)
{
  gboolean has_low = !is_blank (item, WM_FIELD_RANGE_LOW);
  gboolean has_high = !is_blank (item, WM_FIELD_RANGE_HIGH);
  const char *message = NULL;

  if (is_blank (item, WM_FIELD_DIRECTION) && !have_all_parts_direction (item))
    message = _("Nobody has said which direction is good");
  else if (wm_framework_item_has (item, WM_FIELD_DIRECTION, "range") && !has_low && !has_high)
    message = _("A range is said to be good, but not which");
  else if (has_low && has_high && get_number (item, WM_FIELD_RANGE_LOW) > get_number (item, WM_FIELD_RANGE_HIGH))
    message = _("The range that is good ends before it begins");
  if (message != NULL)
    add (check, WM_SEVERITY_WARNING, "unclear-direction", item, message);
}

/* No code holds a break or has blanks at its ends: such a one was pasted wrongly. */
static gboolean
is_readable_code (const char *code)
{
  g_autofree char *trimmed = wm_text_trim (code);

  return *code != '\0' && g_str_equal (trimmed, code) && strpbrk (code, "\n\t") == NULL;
}

static void
check_binding (Check *check, const WmFrameworkItem *item)
{
  const char *code = wm_framework_item_get_text (item, WM_FIELD_BINDING_CODE);
  gboolean is_readable = code == NULL || is_readable_code (code);

  if ((code == NULL) != is_blank (item, WM_FIELD_BINDING))
    add (check, WM_SEVERITY_WARNING, "unreadable-binding", item,
         _("The binding to data lacks its kind or its code"));
  for (guint i = 0; i < wm_framework_item_get_n_parts (item, WM_PART_SUB_MEASURE); i++)
    {
      code = wm_framework_item_get_part (item, WM_PART_SUB_MEASURE, i, WM_SUB_MEASURE_BINDING_CODE);
      is_readable = is_readable && (code == NULL || is_readable_code (code));
    }
  if (!is_readable)
    add (check, WM_SEVERITY_WARNING, "unreadable-binding", item,
         _("The code of the binding to data has blanks at its ends or several lines"));
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

/* The only kind of data that feeds an outcome; %NULL when there are several, or when an indicator
 * does not say its kind. Placeholders feed nothing. */
static const char *
get_only_kind (WmFramework *framework, const WmFrameworkItem *outcome)
{
  const char *kind = NULL;

  for (guint i = 0; i < wm_framework_item_get_n_children (outcome); i++)
    {
      const WmFrameworkItem *child = wm_framework_find (framework, wm_framework_item_get_child (outcome, i));
      const char *own = child != NULL ? wm_framework_item_get_text (child, WM_FIELD_DATA_KIND) : NULL;

      if (child == NULL || wm_framework_item_is_placeholder (child))
        continue;
      if (own == NULL || (kind != NULL && !g_str_equal (kind, own)))
        return NULL;
      kind = own;
    }
  return kind;
}

/* The kinds of data but one, for a sentence. */
static char *
list_other_kinds (const char *kind)
{
  const WmChoice *kinds = wm_field_get_info (WM_FIELD_DATA_KIND)->choices;
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (gsize i = 0; kinds[i].id != NULL; i++)
    if (!g_str_equal (kinds[i].id, kind))
      g_strv_builder_add (others, _(kinds[i].label));
  all = g_strv_builder_end (others);
  return g_strjoinv ("; ", all);
}

static void
check_outcome (Check *check, WmFrameworkItem *outcome)
{
  const char *kind = get_only_kind (check->framework, outcome);

  if (wm_framework_is_gap (check->framework, outcome))
    add (check, WM_SEVERITY_NOTE, "gap", outcome, _("Nothing measures this outcome yet"));
  else if (kind != NULL)
    {
      g_autofree char *others = list_other_kinds (kind);
      g_autofree char *message = g_strdup_printf (_("Only one kind of data feeds this outcome (%1$s). It lacks: %2$s"),
                                                  wm_field_get_words (WM_FIELD_DATA_KIND, kind), others);

      add (check, WM_SEVERITY_NOTE, "one-kind-of-data", outcome, message);
    }
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
  if (kind == WM_ITEM_OUTCOME)
    check_outcome (check, item);
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

static void
add_link_finding_cb (const char *id, const char *code, const char *value, char *message, gpointer user_data)
{
  Check *check = user_data;

  add (check, WM_SEVERITY_WARNING, code, wm_framework_find (check->framework, id), message);
  g_free (message);
}

static void
check_links (Check *check)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < wm_framework_get_n_items (check->framework); i++)
    g_ptr_array_add (items, wm_framework_get_item (check->framework, i));
  wm_framework_check_links (items, add_link_finding_cb, check);
}

/**
 * wm_framework_check:
 * @self: a framework
 *
 * Lists what a framework lacks. The codes of the findings are "missing-title",
 * "missing-definition", "no-source", "unclear-direction", "no-denominator" (a rate or percentage
 * without one), "unreadable-binding", "duplicate-code", "vital-sign-provisional" (without
 * evidence), "gap" (an outcome that nothing measures), "one-kind-of-data" (an outcome that only one
 * kind of data feeds), "no-place", and for links "dangling-link", "bad-link", "duplicate-link",
 * "circle" and "long-chain". A placeholder lacks nothing.
 *
 * Returns: (transfer full) (element-type WmFinding): the findings in the order of the items, those
 *   of links last; the value of each is the id of its item
 */
GPtrArray *
wm_framework_check (WmFramework *self)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) placed = list_placed (self);
  Check check = { self, g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free), codes, placed };

  for (guint i = 0; i < wm_framework_get_n_items (self); i++)
    check_item (&check, wm_framework_get_item (self, i));
  check_links (&check);
  return check.findings;
}
