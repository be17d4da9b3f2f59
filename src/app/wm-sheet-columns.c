/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The columns of a table, and what each of them tells of a framework: guessed from the headings, and
 * the user's to change. */

#include "config.h"

#include "wm-sheet-columns.h"

#include "wm-boxes.h"

#include <glib/gi18n-lib.h>

#define SAMPLE_LENGTH 80 /* [characters] */

struct _WmSheetColumns
{
  AdwBin parent_instance;

  WmFrameworkSheet *sheet; /* lent by the one who shows it */
  GtkStringList *words;    /* owned; of each target, after "Left out" */
  GPtrArray *choices;      /* owned; the GtkDropDown of each column, lent */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WmSheetColumns, wm_sheet_columns, ADW_TYPE_BIN)

static guint
find_target (WmSheetTarget target)
{
  guint n;
  const WmSheetTarget *targets = wm_sheet_list_targets (&n);

  for (guint i = 0; i < n; i++)
    if (targets[i] == target)
      return i + 1;
  return 0;
}

static WmSheetTarget
get_target (guint position)
{
  guint n;
  const WmSheetTarget *targets = wm_sheet_list_targets (&n);

  return position > 0 && position <= n ? targets[position - 1] : WM_SHEET_LEFT_OUT;
}

static void
target_chosen_cb (GtkDropDown *choice, GParamSpec *pspec, WmSheetColumns *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (choice), "column"));

  wm_framework_sheet_set_target (self->sheet, column,
                                 get_target (gtk_drop_down_get_selected (choice)));
}

static GtkWidget *
make_choice (WmSheetColumns *self, guint column)
{
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->words)), expression);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice),
                              find_target (wm_framework_sheet_get_target (self->sheet, column)));
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (choice, 220, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  wm_framework_sheet_get_heading (self->sheet, column), -1);
  g_object_set_data (G_OBJECT (choice), "column", GUINT_TO_POINTER (column));
  g_signal_connect (choice, "notify::selected", G_CALLBACK (target_chosen_cb), self);
  return choice;
}

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (text == NULL || g_utf8_strlen (text, -1) <= SAMPLE_LENGTH)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, SAMPLE_LENGTH);
  return g_strconcat (start, "…", NULL);
}

static void
add_column (WmSheetColumns *self, guint column)
{
  const char *heading = wm_framework_sheet_get_heading (self->sheet, column);
  g_autofree char *sample = shorten (wm_framework_sheet_get_sample (self->sheet, column));
  GtkWidget *row = wm_boxes_add_row (self->list,
                                     heading != NULL && *heading != '\0' ? heading
                                                                         : _("(no heading)"),
                                     sample);
  GtkWidget *choice = make_choice (self, column);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  g_ptr_array_add (self->choices, choice);
}

static void
list_words (WmSheetColumns *self)
{
  guint n;
  const WmSheetTarget *targets = wm_sheet_list_targets (&n);

  self->words = gtk_string_list_new (NULL);
  gtk_string_list_append (self->words, _("Left out"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_take (self->words, wm_sheet_target_get_words (targets[i]));
}

static void
wm_sheet_columns_finalize (GObject *object)
{
  WmSheetColumns *self = WM_SHEET_COLUMNS (object);

  g_clear_object (&self->words);
  g_ptr_array_unref (self->choices);
  G_OBJECT_CLASS (wm_sheet_columns_parent_class)->finalize (object);
}

static void
wm_sheet_columns_class_init (WmSheetColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_sheet_columns_finalize;
}

static void
wm_sheet_columns_init (WmSheetColumns *self)
{
  GtkWidget *list = gtk_list_box_new ();

  list_words (self);
  self->choices = g_ptr_array_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns"),
                                  -1);
  adw_bin_set_child (ADW_BIN (self), list);
  self->list = GTK_LIST_BOX (list);
}

/**
 * wm_sheet_columns_show:
 * @self: the columns
 * @sheet: a table, which lives as long as it is shown
 *
 * Shows a row for each column; what is chosen there goes into @sheet at once.
 */
void
wm_sheet_columns_show (WmSheetColumns *self, WmFrameworkSheet *sheet)
{
  g_return_if_fail (WM_IS_SHEET_COLUMNS (self));

  self->sheet = sheet;
  g_ptr_array_set_size (self->choices, 0);
  wm_boxes_clear_list (self->list);
  for (guint i = 0; i < wm_framework_sheet_get_n_columns (sheet); i++)
    add_column (self, i);
}

/**
 * wm_sheet_columns_choose:
 * @self: the columns
 * @column: number of a column
 * @target: what it tells
 *
 * Chooses what a column tells.
 */
void
wm_sheet_columns_choose (WmSheetColumns *self, guint column, WmSheetTarget target)
{
  g_return_if_fail (WM_IS_SHEET_COLUMNS (self));
  g_return_if_fail (column < self->choices->len);

  gtk_drop_down_set_selected (g_ptr_array_index (self->choices, column), find_target (target));
}
