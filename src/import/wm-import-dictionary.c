/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* LAIT's data dictionary: what each measure is called, which direction is good, what a year means. */

#include "config.h"

#include "wm-import-batch-private.h"
#include "wm-import-cell.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

typedef struct
{
  WmImportBatch *batch;
  const WmRow *row;
  GHashTable *by_code; /* code -> WmIndicator, borrowed */
} Dictionary;

/* The text of a column, trimmed; NULL when it is blank or a bare NA. */
static char *
dup_cell (Dictionary *self, const char *name)
{
  int column = wm_import_head_find (self->batch->head, name);
  char *text;

  if (column < 0 || (gsize) column >= self->row->n_cells)
    return NULL;
  text = wm_text_trim (self->row->cells[column].text);
  if (text[0] == '\0' || g_str_equal (text, "NA"))
    g_clear_pointer (&text, g_free);
  return text;
}

static WmPolarity
read_polarity (Dictionary *self)
{
  g_autofree char *text = dup_cell (self, "Polarity");

  if (g_strcmp0 (text, "High") == 0)
    return WM_POLARITY_HIGHER;
  return g_strcmp0 (text, "Low") == 0 ? WM_POLARITY_LOWER : WM_POLARITY_NONE;
}

static WmBasis
read_basis (Dictionary *self)
{
  static const struct
  {
    const char *text;
    WmBasis basis;
  } bases[] = {
    { "Financial Year", WM_BASIS_FINANCIAL },
    { "Academic Year", WM_BASIS_ACADEMIC },
    { "Calendar Year", WM_BASIS_CALENDAR },
    { "Annual", WM_BASIS_SNAPSHOT_MARCH },
    { "Annual (end of Sept)", WM_BASIS_SNAPSHOT_SEPTEMBER },
    { "Annual - January", WM_BASIS_SNAPSHOT_JANUARY },
  };
  g_autofree char *text = dup_cell (self, "Year_Type");

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (bases); i++)
    if (g_ascii_strcasecmp (text, bases[i].text) == 0)
      return bases[i].basis;
  return WM_BASIS_UNSTATED;
}

/* A day as YYYY-MM-DD; other words as they are printed. */
static char *
dup_date (Dictionary *self, const char *name)
{
  g_autofree char *text = dup_cell (self, name);
  GDate date;

  if (text == NULL || !wm_import_parse_date (text, &date))
    return g_steal_pointer (&text);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

static void
take_text (char **target, char *text)
{
  g_free (*target);
  *target = text;
}

static WmIndicator *
make_indicator (Dictionary *self, const char *code)
{
  WmIndicator *indicator = wm_indicator_new (code);
  g_autofree char *title = dup_cell (self, "Chart_title");
  g_autofree char *measure = dup_cell (self, "Measure");
  g_autofree char *unit = dup_cell (self, "y_axis_name");
  g_autofree char *decimals = dup_cell (self, "dps");
  g_autofree char *quartiles = dup_cell (self, "No_Quartile");

  wm_set_str (&indicator->title, title != NULL ? title : measure != NULL ? measure : code);
  if (unit != NULL)
    wm_set_str (&indicator->unit, unit);
  indicator->decimals = decimals != NULL ? (int) CLAMP (g_ascii_strtoll (decimals, NULL, 10), 0, 9) : 1;
  indicator->polarity = read_polarity (self);
  wm_set_str (&indicator->polarity_by, "LAIT");
  indicator->basis = read_basis (self);
  take_text (&indicator->description, dup_cell (self, "Description"));
  take_text (&indicator->methodology, dup_cell (self, "Methodology"));
  take_text (&indicator->owner, dup_cell (self, "Data Owner (DO) /Supplier and Contact Details"));
  take_text (&indicator->updated, dup_date (self, "Last Update"));
  take_text (&indicator->next_update, dup_date (self, "Next Update"));
  indicator->no_quartiles = g_strcmp0 (quartiles, "N") == 0;
  return indicator;
}

static void
add_topic (WmIndicator *indicator, const char *topic)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  if (topic == NULL || (indicator->topics != NULL && g_strv_contains ((const char *const *) indicator->topics, topic)))
    return;
  builder = g_strv_builder_new ();
  if (indicator->topics != NULL)
    g_strv_builder_addv (builder, (const char **) indicator->topics);
  g_strv_builder_add (builder, topic);
  g_strfreev (indicator->topics);
  indicator->topics = g_strv_builder_end (builder);
}

static void
read_measure (Dictionary *self)
{
  g_autofree char *code = dup_cell (self, "Measure_short");
  g_autofree char *status = dup_cell (self, "Table_status");
  g_autofree char *topic = dup_cell (self, "Topic");
  WmIndicator *indicator;

  if (code == NULL)
    {
      wm_import_batch_refuse (self->batch, "no-measure",
                              _("The row names no measure. It was left out."), NULL, self->row->line);
      return;
    }
  if (status != NULL && strstr (status, "DISCONTINUE") != NULL)
    {
      wm_import_batch_refuse (self->batch, "discontinued",
                              _("The measure was discontinued. It was left out."), code, self->row->line);
      return;
    }
  indicator = g_hash_table_lookup (self->by_code, code);
  if (indicator == NULL)
    {
      indicator = make_indicator (self, code);
      g_ptr_array_add (self->batch->dictionary, indicator);
      g_hash_table_insert (self->by_code, indicator->code, indicator);
    }
  add_topic (indicator, topic);
}

static void
read_row (gpointer data, WmTableReader *reader, const WmRow *row)
{
  Dictionary *self = data;

  self->row = row;
  read_measure (self);
}

/* Reads a data dictionary into the batch. Several records of one code are one measure with
 * several topics. */
gboolean
wm_import_read_dictionary (WmImportBatch *batch, GError **error)
{
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  Dictionary self = { .batch = batch, .by_code = by_code };

  return wm_import_batch_read_rows (batch, read_row, &self, error);
}
