/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework as lines to choose a measure from: domains, outcomes, indicators, and the parts of an
 * indicator that have a measure of their own. A line that has no data says why. */

#include "config.h"

#include "wm-chooser-row.h"

#include <glib/gi18n-lib.h>

#define NO_PART G_MAXUINT

struct _WmChooserRow
{
  GObject parent_instance;

  WmFrameworkItem *item; /* owned */
  guint part;            /* number of the sub-measure; NO_PART for the item itself */
  guint depth;
  char *code;            /* of the measure; NULL when it cannot be chosen */
  char *detail;
};

G_DEFINE_FINAL_TYPE (WmChooserRow, wm_chooser_row, G_TYPE_OBJECT)

static void
wm_chooser_row_finalize (GObject *object)
{
  WmChooserRow *self = WM_CHOOSER_ROW (object);

  wm_framework_item_unref (self->item);
  g_free (self->code);
  g_free (self->detail);
  G_OBJECT_CLASS (wm_chooser_row_parent_class)->finalize (object);
}

static void
wm_chooser_row_class_init (WmChooserRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_chooser_row_finalize;
}

static void
wm_chooser_row_init (WmChooserRow *self)
{
}

/* What the lines are made from, while they are made. */
typedef struct
{
  WmCoverage *coverage;
  GHashTable *measures; /* codes of the measures of the project */
  GPtrArray *rows;
} Listing;

static WmChooserRow *
add_row (Listing *listing, WmFrameworkItem *item, guint part, guint depth)
{
  WmChooserRow *self = g_object_new (WM_TYPE_CHOOSER_ROW, NULL);

  self->item = wm_framework_item_ref (item);
  self->part = part;
  self->depth = depth;
  g_ptr_array_add (listing->rows, self);
  return self;
}

/* "CPP_rate · 2012-13 to 2023-24" */
static char *
describe_data (const WmCoverageRow *covered)
{
  g_autofree char *span = NULL;

  if (g_strcmp0 (covered->first_period, covered->last_period) == 0)
    span = g_strdup (covered->last_period);
  else
    /* Translators: %1$s is the first and %2$s the last year that has values. */
    span = g_strdup_printf (_("%1$s to %2$s"), covered->first_period, covered->last_period);
  return g_strjoin (" · ", covered->measure_code, span, NULL);
}

static void
add_indicator (Listing *listing, WmFrameworkItem *item, guint depth)
{
  WmChooserRow *self = add_row (listing, item, NO_PART, depth);
  const WmCoverageRow *covered = wm_coverage_find (listing->coverage,
                                                   wm_framework_item_get_id (item));

  if (covered == NULL)
    return;
  if (covered->state != WM_COVERAGE_DATA)
    {
      self->detail = g_strdup (wm_coverage_state_get_words (covered->state));
      return;
    }
  self->code = g_strdup (covered->measure_code);
  self->detail = describe_data (covered);
}

/* The parts of an indicator that are bound: each can be chosen by itself. */
static void
add_parts (Listing *listing, WmFrameworkItem *item, guint depth)
{
  guint n = wm_framework_item_get_n_parts (item, WM_PART_SUB_MEASURE);

  for (guint i = 0; i < n; i++)
    {
      const char *code = wm_framework_item_get_part (item, WM_PART_SUB_MEASURE, i,
                                                     WM_SUB_MEASURE_BINDING_CODE);
      WmChooserRow *self;

      if (code == NULL || *code == '\0')
        continue;
      self = add_row (listing, item, i, depth + 1);
      if (g_hash_table_contains (listing->measures, code))
        self->code = g_strdup (code);
      self->detail = self->code != NULL
                       ? g_strdup (code)
                       /* Translators: %s is the code of a measure. */
                       : g_strdup_printf (_("%s is not in this project"), code);
    }
}

static void
list_item (WmFrameworkItem *item, WmFrameworkItem *parent, guint depth, gpointer user_data)
{
  Listing *listing = user_data;

  if (wm_framework_item_get_kind (item) != WM_ITEM_INDICATOR)
    {
      add_row (listing, item, NO_PART, depth);
      return;
    }
  if (wm_framework_item_is_placeholder (item))
    return;
  add_indicator (listing, item, depth);
  add_parts (listing, item, depth);
}

/**
 * wm_chooser_row_list:
 * @framework: a framework
 * @coverage: what the project has of it
 * @measures: (element-type utf8 utf8): the codes of all measures of the project
 *
 * Lists a framework in the order in which people read it. An indicator of several outcomes is listed
 * below each of them; one that is only planned is left out.
 *
 * Returns: (transfer full) (element-type WmChooserRow): the lines
 */
GPtrArray *
wm_chooser_row_list (WmFramework *framework, WmCoverage *coverage, GHashTable *measures)
{
  Listing listing = { coverage, measures, g_ptr_array_new_with_free_func (g_object_unref) };

  wm_framework_walk (framework, list_item, &listing);
  return listing.rows;
}

/**
 * wm_chooser_row_get_item:
 * @self: a line
 *
 * Returns: (transfer none): what it is about
 */
WmFrameworkItem *
wm_chooser_row_get_item (WmChooserRow *self)
{
  g_return_val_if_fail (WM_IS_CHOOSER_ROW (self), NULL);

  return self->item;
}

/**
 * wm_chooser_row_get_depth:
 * @self: a line
 *
 * Returns: how far below the top it stands; 0 for a domain
 */
guint
wm_chooser_row_get_depth (WmChooserRow *self)
{
  g_return_val_if_fail (WM_IS_CHOOSER_ROW (self), 0);

  return self->depth;
}

/**
 * wm_chooser_row_get_title:
 * @self: a line
 *
 * Returns: its name
 */
const char *
wm_chooser_row_get_title (WmChooserRow *self)
{
  g_return_val_if_fail (WM_IS_CHOOSER_ROW (self), NULL);

  if (self->part != NO_PART)
    return wm_framework_item_get_part (self->item, WM_PART_SUB_MEASURE, self->part,
                                       WM_SUB_MEASURE_TITLE);
  return wm_framework_item_get_name (self->item);
}

/**
 * wm_chooser_row_get_detail:
 * @self: a line
 *
 * Returns: (nullable): which data there is, or why there is none; %NULL for a domain or outcome
 */
const char *
wm_chooser_row_get_detail (WmChooserRow *self)
{
  g_return_val_if_fail (WM_IS_CHOOSER_ROW (self), NULL);

  return self->detail;
}

/**
 * wm_chooser_row_get_code:
 * @self: a line
 *
 * Returns: (nullable): code of the measure that it stands for; %NULL when it cannot be chosen
 */
const char *
wm_chooser_row_get_code (WmChooserRow *self)
{
  g_return_val_if_fail (WM_IS_CHOOSER_ROW (self), NULL);

  return self->code;
}

static void
add_line (GString *text, const char *label, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: %1$s names a field, such as "Numerator", %2$s is what it holds. */
  g_string_append_printf (text, _("%1$s: %2$s"), label, words);
}

static const char *
get_direction (WmChooserRow *self)
{
  const char *direction = NULL;

  if (self->part != NO_PART)
    direction = wm_framework_item_get_part (self->item, WM_PART_SUB_MEASURE, self->part,
                                            WM_SUB_MEASURE_DIRECTION);
  if (direction == NULL || *direction == '\0')
    direction = wm_framework_item_get_text (self->item, WM_FIELD_DIRECTION);
  if (direction == NULL || *direction == '\0')
    return _("Nobody said which direction is good");
  return wm_field_get_words (WM_FIELD_DIRECTION, direction);
}

/**
 * wm_chooser_row_describe:
 * @self: a line
 *
 * Says what a domain or outcome is about, or how an indicator is defined and which direction of it
 * is good.
 *
 * Returns: (transfer full): a line for each field that says something
 */
char *
wm_chooser_row_describe (WmChooserRow *self)
{
  static const WmField fields[] = {
    WM_FIELD_QUESTION,    WM_FIELD_RATIONALE, WM_FIELD_DEFINITION,    WM_FIELD_NUMERATOR,
    WM_FIELD_DENOMINATOR, WM_FIELD_GROUP,     WM_FIELD_DIRECTION_WHY,
  };
  GString *text;

  g_return_val_if_fail (WM_IS_CHOOSER_ROW (self), NULL);

  text = g_string_new (NULL);
  if (wm_framework_item_get_kind (self->item) == WM_ITEM_INDICATOR)
    add_line (text, _(wm_field_get_info (WM_FIELD_DIRECTION)->label), get_direction (self));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    add_line (text, _(wm_field_get_info (fields[i])->label),
              wm_framework_item_get_text (self->item, fields[i]));
  add_line (text, _("Data"), self->detail);
  return g_string_free (text, FALSE);
}
