/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the columns of a table can tell: one list, which the table that is written and the table
 * that is read both follow. */

#include "config.h"

#include "wm-framework-sheet-private.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>

/* A target is a number: a run of them for each kind of item from the domain down; in a run first
 * the id, then the fields, then the parts. */
#define RUN (1u + WM_N_FIELDS + WM_N_PART_KINDS)
#define N_TARGETS (1u + (WM_N_ITEM_KINDS - 1u) * RUN)

static WmSheetTarget
make_target (WmItemKind kind, guint offset)
{
  return 1 + ((guint) kind - WM_ITEM_DOMAIN) * RUN + offset;
}

static guint
get_offset (WmSheetTarget target)
{
  return (target - 1) % RUN;
}

/**
 * wm_sheet_target_for_id:
 * @kind: domain, outcome or indicator
 *
 * Gets the target of a column with ids.
 *
 * Returns: the target
 */
WmSheetTarget
wm_sheet_target_for_id (WmItemKind kind)
{
  g_return_val_if_fail (kind > WM_ITEM_FRAMEWORK, WM_SHEET_LEFT_OUT);

  return make_target (kind, 0);
}

/**
 * wm_sheet_target_for_field:
 * @kind: domain, outcome or indicator
 * @field: a field that items of that kind have
 *
 * Gets the target of a column that holds a field.
 *
 * Returns: the target
 */
WmSheetTarget
wm_sheet_target_for_field (WmItemKind kind, WmField field)
{
  g_return_val_if_fail (kind > WM_ITEM_FRAMEWORK && wm_field_is_of (field, kind), WM_SHEET_LEFT_OUT);

  return make_target (kind, 1 + field);
}

/**
 * wm_sheet_target_for_part:
 * @kind: domain, outcome or indicator
 * @part: a kind of part that items of that kind have
 *
 * Gets the target of a column that holds parts, such as tags. Several columns may have it.
 *
 * Returns: the target
 */
WmSheetTarget
wm_sheet_target_for_part (WmItemKind kind, WmPartKind part)
{
  g_return_val_if_fail (kind > WM_ITEM_FRAMEWORK && wm_part_is_of (part, kind), WM_SHEET_LEFT_OUT);

  return make_target (kind, 1 + WM_N_FIELDS + part);
}

/* Which kind of item a column is about. */
WmItemKind
wm_sheet_target_get_kind (WmSheetTarget target)
{
  return target == WM_SHEET_LEFT_OUT ? WM_ITEM_FRAMEWORK : WM_ITEM_DOMAIN + (target - 1) / RUN;
}

gboolean
wm_sheet_target_is_id (WmSheetTarget target)
{
  return target != WM_SHEET_LEFT_OUT && get_offset (target) == 0;
}

gboolean
wm_sheet_target_is_field (WmSheetTarget target, WmField *field)
{
  guint offset = target != WM_SHEET_LEFT_OUT ? get_offset (target) : 0;

  if (offset < 1 || offset > WM_N_FIELDS)
    return FALSE;
  *field = offset - 1;
  return TRUE;
}

gboolean
wm_sheet_target_is_part (WmSheetTarget target, WmPartKind *part)
{
  guint offset = target != WM_SHEET_LEFT_OUT ? get_offset (target) : 0;

  if (offset <= WM_N_FIELDS)
    return FALSE;
  *part = offset - 1 - WM_N_FIELDS;
  return TRUE;
}

/* All that can be said of a kind of item, but for what stands in front already. */
static void
add_targets (GArray *targets, WmItemKind kind, gboolean with_title)
{
  WmSheetTarget target = wm_sheet_target_for_id (kind);

  g_array_append_val (targets, target);
  for (int field = 0; field < WM_N_FIELDS; field++)
    if (wm_field_is_of (field, kind) && (with_title || field != WM_FIELD_TITLE))
      {
        target = wm_sheet_target_for_field (kind, field);
        g_array_append_val (targets, target);
      }
  for (int part = 0; part < WM_N_PART_KINDS; part++)
    if (wm_part_is_of (part, kind))
      {
        target = wm_sheet_target_for_part (kind, part);
        g_array_append_val (targets, target);
      }
}

static GArray *
make_list (void)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (WmSheetTarget));
  WmSheetTarget domain = wm_sheet_target_for_field (WM_ITEM_DOMAIN, WM_FIELD_TITLE);
  WmSheetTarget outcome = wm_sheet_target_for_field (WM_ITEM_OUTCOME, WM_FIELD_TITLE);

  g_array_append_val (targets, domain);
  g_array_append_val (targets, outcome);
  add_targets (targets, WM_ITEM_INDICATOR, TRUE);
  add_targets (targets, WM_ITEM_DOMAIN, FALSE);
  add_targets (targets, WM_ITEM_OUTCOME, FALSE);
  return targets;
}

/**
 * wm_sheet_list_targets:
 * @n: (out): how many
 *
 * Lists what a column can tell, in the order of the table that [method@Framework.to_table] makes:
 * the titles of domain and outcome, the indicator, then what else is said of domain and outcome.
 *
 * Returns: (transfer none) (array length=n): the targets
 */
const WmSheetTarget *
wm_sheet_list_targets (guint *n)
{
  static gsize length = 0;
  static WmSheetTarget *targets = NULL;

  if (g_once_init_enter (&length))
    {
      g_autoptr (GArray) list = make_list ();
      gsize list_length;

      targets = g_array_steal (list, &list_length);
      g_once_init_leave (&length, list_length);
    }
  *n = (guint) length;
  return targets;
}

static const char *
get_id (WmSheetTarget target)
{
  WmField field;
  WmPartKind part;

  if (wm_sheet_target_is_field (target, &field))
    return wm_field_get_info (field)->id;
  if (wm_sheet_target_is_part (target, &part))
    return wm_part_get_info (part)->id;
  return "id";
}

static gboolean
is_title (WmSheetTarget target)
{
  WmField field;

  return wm_sheet_target_is_field (target, &field) && field == WM_FIELD_TITLE;
}

/**
 * wm_sheet_target_get_heading:
 * @target: a target
 *
 * Gets the heading of its column in the tables that the program writes, such as "data-kind" or
 * "outcome-code".
 *
 * Returns: (transfer full): the heading; "" for %WM_SHEET_LEFT_OUT
 */
char *
wm_sheet_target_get_heading (WmSheetTarget target)
{
  WmItemKind kind = wm_sheet_target_get_kind (target);

  g_return_val_if_fail (target < N_TARGETS, NULL);

  if (target == WM_SHEET_LEFT_OUT)
    return g_strdup ("");
  if (kind == WM_ITEM_INDICATOR)
    return g_strdup (get_id (target));
  return is_title (target) ? g_strdup (wm_item_kind_to_id (kind))
                           : g_strdup_printf ("%s-%s", wm_item_kind_to_id (kind), get_id (target));
}

static const char *
get_label (WmSheetTarget target)
{
  WmField field;
  WmPartKind part;

  if (wm_sheet_target_is_field (target, &field))
    return _(wm_field_get_info (field)->label);
  if (wm_sheet_target_is_part (target, &part))
    return _(wm_part_get_info (part)->label);
  return _("Id");
}

/**
 * wm_sheet_target_get_words:
 * @target: a target
 *
 * Gets what a person reads for a target, such as "Definition" or "Outcome: Rationale".
 *
 * Returns: (transfer full): the words
 */
char *
wm_sheet_target_get_words (WmSheetTarget target)
{
  WmItemKind kind = wm_sheet_target_get_kind (target);

  g_return_val_if_fail (target < N_TARGETS, NULL);

  if (target == WM_SHEET_LEFT_OUT)
    return g_strdup (_("Left out"));
  if (is_title (target))
    return g_strdup (wm_item_kind_get_words (kind));
  if (kind == WM_ITEM_INDICATOR)
    return g_strdup (get_label (target));
  /* Translators: a kind of item, and what is said of it, such as “Outcome: Rationale”. */
  return g_strdup_printf (_("%1$s: %2$s"), wm_item_kind_get_words (kind), get_label (target));
}

/* Headings that people write, folded. Those that stand in the list of targets by their own name are
 * not repeated. */
static const struct
{
  const char *heading;
  WmItemKind kind;
  WmField field;
} customs[] = {
  { "theme", WM_ITEM_DOMAIN, WM_FIELD_TITLE },
  { "section", WM_ITEM_DOMAIN, WM_FIELD_TITLE },
  { "area", WM_ITEM_DOMAIN, WM_FIELD_TITLE },
  { "topic", WM_ITEM_DOMAIN, WM_FIELD_TITLE },
  { "priority", WM_ITEM_DOMAIN, WM_FIELD_TITLE },
  { "domains", WM_ITEM_DOMAIN, WM_FIELD_TITLE },
  { "question", WM_ITEM_DOMAIN, WM_FIELD_QUESTION },
  { "outcomes", WM_ITEM_OUTCOME, WM_FIELD_TITLE },
  { "objective", WM_ITEM_OUTCOME, WM_FIELD_TITLE },
  { "aim", WM_ITEM_OUTCOME, WM_FIELD_TITLE },
  { "indicators", WM_ITEM_INDICATOR, WM_FIELD_TITLE },
  { "indicator name", WM_ITEM_INDICATOR, WM_FIELD_TITLE },
  { "indicator title", WM_ITEM_INDICATOR, WM_FIELD_TITLE },
  { "measure", WM_ITEM_INDICATOR, WM_FIELD_TITLE },
  { "measure name", WM_ITEM_INDICATOR, WM_FIELD_TITLE },
  { "performance indicator", WM_ITEM_INDICATOR, WM_FIELD_TITLE },
  { "performance measure", WM_ITEM_INDICATOR, WM_FIELD_TITLE },
  { "kpi", WM_ITEM_INDICATOR, WM_FIELD_TITLE },
  { "metric", WM_ITEM_INDICATOR, WM_FIELD_TITLE },
  { "name", WM_ITEM_INDICATOR, WM_FIELD_TITLE },
  { "item", WM_ITEM_INDICATOR, WM_FIELD_TITLE },
  { "description", WM_ITEM_INDICATOR, WM_FIELD_DEFINITION },
  { "technical definition", WM_ITEM_INDICATOR, WM_FIELD_DEFINITION },
  { "number", WM_ITEM_INDICATOR, WM_FIELD_CODE },
  { "no", WM_ITEM_INDICATOR, WM_FIELD_CODE },
  { "ref", WM_ITEM_INDICATOR, WM_FIELD_CODE },
  { "ref no", WM_ITEM_INDICATOR, WM_FIELD_CODE },
  { "item no", WM_ITEM_INDICATOR, WM_FIELD_CODE },
  { "indicator no", WM_ITEM_INDICATOR, WM_FIELD_CODE },
  { "indicator code", WM_ITEM_INDICATOR, WM_FIELD_CODE },
  { "indicator number", WM_ITEM_INDICATOR, WM_FIELD_CODE },
  { "measure code", WM_ITEM_INDICATOR, WM_FIELD_CODE },
  { "population", WM_ITEM_INDICATOR, WM_FIELD_GROUP },
  { "cohort", WM_ITEM_INDICATOR, WM_FIELD_GROUP },
  { "units", WM_ITEM_INDICATOR, WM_FIELD_UNIT },
  { "unit of measure", WM_ITEM_INDICATOR, WM_FIELD_UNIT },
  { "polarity", WM_ITEM_INDICATOR, WM_FIELD_DIRECTION },
  { "good is", WM_ITEM_INDICATOR, WM_FIELD_DIRECTION },
  { "good performance", WM_ITEM_INDICATOR, WM_FIELD_DIRECTION },
  { "data type", WM_ITEM_INDICATOR, WM_FIELD_DATA_KIND },
  { "type of data", WM_ITEM_INDICATOR, WM_FIELD_DATA_KIND },
  { "frequency", WM_ITEM_INDICATOR, WM_FIELD_PERIOD },
  { "time period", WM_ITEM_INDICATOR, WM_FIELD_PERIOD },
  { "available", WM_ITEM_INDICATOR, WM_FIELD_AVAILABILITY },
  { "lait", WM_ITEM_INDICATOR, WM_FIELD_BINDING_CODE },
  { "lait code", WM_ITEM_INDICATOR, WM_FIELD_BINDING_CODE },
  { "why it matters", WM_ITEM_INDICATOR, WM_FIELD_RATIONALE },
  { "comment", WM_ITEM_INDICATOR, WM_FIELD_NOTES },
  { "comments", WM_ITEM_INDICATOR, WM_FIELD_NOTES },
  { "note", WM_ITEM_INDICATOR, WM_FIELD_NOTES },
};

static const struct
{
  const char *heading;
  WmPartKind part;
} custom_parts[] = {
  { "sources", WM_PART_SOURCE },
  { "data source", WM_PART_SOURCE },
  { "source of data", WM_PART_SOURCE },
  { "dfe", WM_PART_REFERENCE },
  { "dfe reference", WM_PART_REFERENCE },
  { "ni", WM_PART_REFERENCE },
  { "ni number", WM_PART_REFERENCE },
  { "national indicator", WM_PART_REFERENCE },
  { "service", WM_PART_TAG },
  { "agency", WM_PART_TAG },
  { "stage", WM_PART_TAG },
};

static void
add_name (GHashTable *names, const char *name, WmSheetTarget target)
{
  g_autofree char *folded = wm_text_fold (name);

  if (!g_hash_table_contains (names, folded))
    g_hash_table_insert (names, g_steal_pointer (&folded), GUINT_TO_POINTER (target));
}

/* The program's own names and the words of the form come first, then what people write. */
static GHashTable *
make_names (void)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const WmSheetTarget *targets = wm_sheet_list_targets (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *heading = wm_sheet_target_get_heading (targets[i]);
      g_autofree char *words = wm_sheet_target_get_words (targets[i]);

      add_name (names, heading, targets[i]);
      add_name (names, words, targets[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (customs); i++)
    add_name (names, customs[i].heading, wm_sheet_target_for_field (customs[i].kind, customs[i].field));
  for (gsize i = 0; i < G_N_ELEMENTS (custom_parts); i++)
    add_name (names, custom_parts[i].heading, wm_sheet_target_for_part (WM_ITEM_INDICATOR, custom_parts[i].part));
  return names;
}

/* What a heading seems to say. */
WmSheetTarget
wm_sheet_target_guess (const char *heading)
{
  static gsize made = 0;
  static GHashTable *names = NULL;
  g_autofree char *folded = wm_text_fold (heading);

  if (g_once_init_enter (&made))
    {
      names = make_names ();
      g_once_init_leave (&made, 1);
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (names, folded));
}
