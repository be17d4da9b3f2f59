/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Lists that a project keeps beside its figures: statistical neighbours, and areas. */

#include "config.h"

#include "wm-import-batch-private.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define N_NEIGHBOURS 10
#define ABOLISHED_CUMBRIA "909" /* only lists older than 2023 name it as a neighbour */

static char *
dup_cell (const WmRow *row, int column)
{
  return column >= 0 && (gsize) column < row->n_cells ? wm_text_trim (row->cells[column].text)
                                                       : g_strdup ("");
}

static int
find_first (const WmImportHead *head, const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    {
      int column = wm_import_head_find (head, names[i]);

      if (column >= 0)
        return column;
    }
  return -1;
}

static int
find_neighbour (const WmImportHead *head, int rank)
{
  g_autofree char *plain = g_strdup_printf ("SN%d", rank);
  g_autofree char *lined = g_strdup_printf ("SN_%d", rank);

  return find_first (head, (const char *[]) { plain, lined, NULL });
}

static gboolean
is_code (const char *text)
{
  return strlen (text) == 3 && strspn (text, "0123456789") == 3;
}

/* The closeness stands in the column behind each neighbour, whatever that column is called. */
static gsize
add_neighbours (WmImportBatch *batch, const WmRow *row, const char *code)
{
  gsize n = 0;

  for (int rank = 1; rank <= N_NEIGHBOURS; rank++)
    {
      int column = find_neighbour (batch->head, rank);
      g_autofree char *neighbour = dup_cell (row, column);
      g_autofree char *closeness = dup_cell (row, column + 1);

      if (column < 0 || !is_code (neighbour))
        continue;
      g_array_append_vals (batch->neighbours,
                           &(WmNeighbourEntry) { g_string_chunk_insert_const (batch->chunk, code),
                                                 g_string_chunk_insert_const (batch->chunk, neighbour),
                                                 g_string_chunk_insert_const (batch->chunk, closeness) }, 1);
      wm_import_batch_intern_area (batch, neighbour, "", "", row->line);
      n++;
    }
  return n;
}

static gboolean
has_neighbours (const WmImportBatch *batch, const char *code)
{
  for (guint i = 0; i < batch->neighbours->len; i++)
    if (g_str_equal (g_array_index (batch->neighbours, WmNeighbourEntry, i).area_code, code))
      return TRUE;
  return FALSE;
}

static void
read_neighbours_row (gpointer data, WmTableReader *reader, const WmRow *row)
{
  WmImportBatch *batch = data;
  static const char *const code_names[] = { "la_num", "LA num", "old_la_code", NULL };
  static const char *const name_names[] = { "la_name", "LA Name", NULL };
  g_autofree char *code = dup_cell (row, find_first (batch->head, code_names));
  g_autofree char *name = dup_cell (row, find_first (batch->head, name_names));

  if (!is_code (code))
    wm_import_batch_refuse (batch, "no-area",
                            _("The row has no code of an authority: a title or a divider. It was left out."),
                            NULL, row->line);
  else if (has_neighbours (batch, code))
    wm_import_batch_refuse (batch, "repeat",
                            _("The authority stands in the list twice. The first row counts."), name,
                            row->line);
  else if (add_neighbours (batch, row, code) == 0)
    wm_import_batch_refuse (batch, "no-neighbours", _("The list gives the authority no neighbours."),
                            name, row->line);
  else
    wm_import_batch_intern_area (batch, code, name, "", row->line);
}

static char *
guess_list (const WmImportBatch *batch)
{
  for (guint i = 0; i < batch->neighbours->len; i++)
    if (g_str_equal (g_array_index (batch->neighbours, WmNeighbourEntry, i).neighbour_code,
                     ABOLISHED_CUMBRIA))
      return g_strdup ("2021");
  return g_strdup ("2025");
}

/* Reads a list of neighbours into the batch. */
gboolean
wm_import_read_neighbours (WmImportBatch *batch, GError **error)
{
  if (!wm_import_batch_read_rows (batch, read_neighbours_row, batch, error))
    return FALSE;
  batch->neighbour_list = batch->options->list != NULL ? g_strdup (batch->options->list)
                                                       : guess_list (batch);
  return TRUE;
}

static GStrv
split_cell (const WmRow *row, int column)
{
  g_autofree char *text = dup_cell (row, column);

  return g_strsplit (text, ";", -1);
}

static char *
dup_filled_cell (const WmRow *row, int column)
{
  char *text = dup_cell (row, column);

  if (text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static gboolean
read_kind (const char *text, WmAreaKind *kind)
{
  static const char *const words[] = { "authority", "region", "country" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (text, words[i]))
      {
        *kind = (WmAreaKind) i;
        return TRUE;
      }
  return FALSE;
}

static void
read_area_row (gpointer data, WmTableReader *reader, const WmRow *row)
{
  WmImportBatch *batch = data;
  const WmImportHead *head = batch->head;
  g_autofree char *code = dup_cell (row, wm_import_head_find (head, "code"));
  g_autofree char *name = dup_cell (row, wm_import_head_find (head, "name"));
  g_autofree char *kind_text = dup_cell (row, wm_import_head_find (head, "kind"));
  g_autofree char *first_year = dup_cell (row, wm_import_head_find (head, "first_year"));
  g_autofree char *last_year = dup_cell (row, wm_import_head_find (head, "last_year"));
  g_autofree char *is_small = dup_cell (row, wm_import_head_find (head, "is_small"));
  WmAreaKind kind;
  WmArea *area;

  if (code[0] == '\0' || name[0] == '\0' || !read_kind (kind_text, &kind))
    {
      wm_import_batch_refuse (batch, "no-area",
                              _("The row lacks the code, the name or the kind of the area. It was left out."),
                              kind_text, row->line);
      return;
    }
  area = wm_area_new (code, name, kind);
  area->ons_code = dup_filled_cell (row, wm_import_head_find (head, "ons_code"));
  area->region_code = dup_filled_cell (row, wm_import_head_find (head, "region_code"));
  area->joint_code = dup_filled_cell (row, wm_import_head_find (head, "joint"));
  area->first_year = (int) g_ascii_strtoll (first_year, NULL, 10);
  area->last_year = (int) g_ascii_strtoll (last_year, NULL, 10);
  g_strfreev (area->aliases);
  area->aliases = split_cell (row, wm_import_head_find (head, "aliases"));
  g_strfreev (area->predecessors);
  area->predecessors = split_cell (row, wm_import_head_find (head, "predecessors"));
  g_strfreev (area->successors);
  area->successors = split_cell (row, wm_import_head_find (head, "successors"));
  area->is_small = g_str_equal (is_small, "1");
  area->is_listed = TRUE;
  g_ptr_array_add (batch->listed_areas, area);
}

/* Reads a list of areas into the batch. */
gboolean
wm_import_read_areas (WmImportBatch *batch, GError **error)
{
  return wm_import_batch_read_rows (batch, read_area_row, batch, error);
}
