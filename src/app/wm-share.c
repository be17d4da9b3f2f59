/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Charts and tables on their way out of the window: to the clipboard and into files. */

#include "config.h"

#include "wm-share.h"

#include "wm-ask.h"
#include "wm-chart-export.h"
#include "wm-chart-table.h"
#include "wm-file-pick.h"
#include "wm-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What a document takes: wide enough for end labels, twice the pixels. */
#define IMAGE_WIDTH 960
#define IMAGE_HEIGHT 540
#define IMAGE_SCALE 2

/* A picture or table that waits for its place. */
typedef struct
{
  WmChart *chart; /* owned, or NULL */
  WmTable *table; /* owned, or NULL */
  WmChartTheme theme;
} Outgoing;

static void
outgoing_free (Outgoing *outgoing)
{
  g_clear_pointer (&outgoing->chart, wm_chart_unref);
  g_clear_pointer (&outgoing->table, wm_table_unref);
  g_free (outgoing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outgoing, outgoing_free)

static void
append_cell (GString *text, const WmTable *table, gsize row, gsize column)
{
  char buffer[WM_NUMBER_BUFFER_SIZE];
  const char *cell = wm_table_get_kind (table, column) == WM_COLUMN_TEXT
                       ? wm_table_get_text (table, row, column)
                       : NULL;
  g_autofree char *line = g_strdelimit (g_strdup (cell), "\t\n\r", ' ');

  if (column > 0)
    g_string_append_c (text, '\t');
  if (line != NULL)
    g_string_append (text, line);
  else if (wm_table_get_kind (table, column) == WM_COLUMN_NUMBER
           && !isnan (wm_table_get_number (table, row, column)))
    g_string_append (text, wm_number_format (wm_table_get_number (table, row, column), buffer));
}

/* Lines of cells with tabs between them, as spreadsheets take a table from the clipboard. */
static char *
write_tabs (const WmTable *table)
{
  GString *text = g_string_new (NULL);
  gsize n_columns = wm_table_get_n_columns (table);

  for (gsize c = 0; c < n_columns; c++)
    g_string_append_printf (text, "%s%s", c > 0 ? "\t" : "", wm_table_get_name (table, c));
  g_string_append_c (text, '\n');
  for (gsize r = 0; r < wm_table_get_n_rows (table); r++)
    {
      for (gsize c = 0; c < n_columns; c++)
        append_cell (text, table, r, c);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/**
 * wm_share_copy_table:
 * @widget: a widget of the window
 * @table: a table
 *
 * Puts a table on the clipboard, as lines with tabs between the cells.
 */
void
wm_share_copy_table (GtkWidget *widget, WmTable *table)
{
  g_autofree char *text = write_tabs (table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static gboolean
save (const Outgoing *outgoing, const char *path, GError **error)
{
  WmImageFormat format;

  if (outgoing->table != NULL)
    return wm_table_save (outgoing->table, path, error);
  if (!wm_image_format_from_path (path, &format))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("The name has to end in .png, .svg or .pdf."));
      return FALSE;
    }
  return wm_chart_save (outgoing->chart, path, format, IMAGE_WIDTH, IMAGE_HEIGHT, IMAGE_SCALE,
                        outgoing->theme, error);
}

static void
save_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Outgoing) outgoing = user_data;
  g_autoptr (GFile) file = wm_file_pick_save_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (path != NULL && !save (outgoing, path, &error))
    wm_tell (GTK_WIDGET (source), _("The File Could Not Be Saved"), error->message);
}

/**
 * wm_share_save_table:
 * @widget: a widget of the window
 * @table: a table
 * @title: what it shows, for the proposed name
 *
 * Asks where to save a table, as CSV or XLSX.
 */
void
wm_share_save_table (GtkWidget *widget, WmTable *table, const char *title)
{
  Outgoing *outgoing = g_new0 (Outgoing, 1);
  g_autofree char *name = wm_file_pick_propose (title, "csv");

  outgoing->table = wm_table_ref (table);
  wm_file_pick_save (widget, _("Save Table"), WM_FILE_TABLE, name, save_picked_cb, outgoing);
}

/**
 * wm_share_save_chart:
 * @widget: a widget of the window
 * @chart: a chart
 * @theme: the colours to draw with
 *
 * Asks where to save a chart, as PNG, SVG or PDF.
 */
void
wm_share_save_chart (GtkWidget *widget, WmChart *chart, WmChartTheme theme)
{
  Outgoing *outgoing = g_new0 (Outgoing, 1);
  g_autofree char *name = wm_file_pick_propose (wm_chart_get_title (chart), "png");

  outgoing->chart = wm_chart_ref (chart);
  outgoing->theme = theme;
  wm_file_pick_save (widget, _("Save Image"), WM_FILE_IMAGE, name, save_picked_cb, outgoing);
}

/**
 * wm_share_copy_chart:
 * @widget: a widget of the window
 * @chart: a chart
 * @theme: the colours to draw with
 *
 * Puts a chart on the clipboard: its picture, and its alternative text for programs that take text.
 */
void
wm_share_copy_chart (GtkWidget *widget, WmChart *chart, WmChartTheme theme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = wm_chart_get_png_bytes (chart, IMAGE_WIDTH, IMAGE_HEIGHT, IMAGE_SCALE,
                                                   theme, &error);
  g_autofree char *words = wm_chart_dup_alt_text (chart);
  g_autoptr (GdkContentProvider) both = NULL;
  GdkContentProvider *providers[2];

  if (png == NULL)
    {
      wm_tell (widget, _("The Image Could Not Be Copied"), error->message);
      return;
    }
  providers[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, words);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
}
