/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What a framework or one of its domains asks of those who would fill it: how many indicators have
 * their data now, can be made from data that are held, or need a new collection. */

#include "config.h"

#include "wm-burden-grid.h"

#include "wm-boxes.h"
#include "wm-framework-burden.h"

#include <glib/gi18n-lib.h>

struct _WmBurdenGrid
{
  AdwBin parent_instance;

  GtkGrid *grid;
  int n_rows; /* with that of the headings */
};

G_DEFINE_FINAL_TYPE (WmBurdenGrid, wm_burden_grid, ADW_TYPE_BIN)

/* The columns after the name. The last is there when nobody said of some indicator. */
static const struct
{
  const char *heading;
  gsize offset;
} columns[] = {
  { N_("Indicators"), G_STRUCT_OFFSET (WmFrameworkBurden, n_indicators) },
  { N_("Ready now"), G_STRUCT_OFFSET (WmFrameworkBurden, n_ready) },
  { N_("From existing data"), G_STRUCT_OFFSET (WmFrameworkBurden, n_derivable) },
  { N_("New collection"), G_STRUCT_OFFSET (WmFrameworkBurden, n_new) },
  { N_("Not stated"), G_STRUCT_OFFSET (WmFrameworkBurden, n_not_said) },
};

static void
wm_burden_grid_class_init (WmBurdenGridClass *klass)
{
}

static void
wm_burden_grid_init (WmBurdenGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = wm_boxes_add_label (GTK_BOX (box), _("Where the Data Would Come From"), "heading");

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 9);
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), box);
}

static GtkWidget *
add_label (WmBurdenGrid *self, int column, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_justify (GTK_LABEL (label), column == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_widget_set_hexpand (label, column == 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, column, self->n_rows, 1, 1);
  return label;
}

static guint
count_columns (const WmFrameworkBurden *whole)
{
  return G_N_ELEMENTS (columns) - (whole->n_not_said == 0);
}

static void
add_headings (WmBurdenGrid *self, guint n_columns)
{
  add_label (self, 0, NULL, NULL);
  for (guint i = 0; i < n_columns; i++)
    {
      GtkWidget *heading = add_label (self, (int) i + 1, _(columns[i].heading), "caption");

      gtk_widget_add_css_class (heading, "dim-label");
      gtk_widget_set_valign (heading, GTK_ALIGN_END);
      gtk_label_set_max_width_chars (GTK_LABEL (heading), 6); /* as narrow as its longest word */
    }
  self->n_rows++;
}

/* Each number is read aloud with what it counts. */
static void
add_number (WmBurdenGrid *self, guint column, guint number, const char *css_class)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  /* Translators: %1$s is the heading of a column, such as "Ready now", %2$s the number below it. */
  g_autofree char *words = g_strdup_printf (_("%1$s: %2$s"), _(columns[column].heading), text);
  GtkWidget *label = add_label (self, (int) column + 1, text, css_class);

  gtk_widget_add_css_class (label, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
add_row (WmBurdenGrid *self, const char *name, const WmFrameworkBurden *burden, guint n_columns, const char *css_class)
{
  add_label (self, 0, name, css_class);
  for (guint i = 0; i < n_columns; i++)
    add_number (self, i, G_STRUCT_MEMBER (guint, burden, columns[i].offset), css_class);
  self->n_rows++;
}

static void
show_domain (WmBurdenGrid *self, WmFramework *framework, const WmFrameworkItem *domain)
{
  WmFrameworkBurden burden = wm_framework_count_burden (framework, domain);
  guint n_columns = count_columns (&burden);

  add_headings (self, n_columns);
  add_row (self, _("This domain"), &burden, n_columns, NULL);
}

static void
show_whole (WmBurdenGrid *self, WmFramework *framework)
{
  g_autoptr (GPtrArray) domains = wm_framework_list_domains (framework);
  WmFrameworkBurden whole = wm_framework_count_burden (framework, NULL);
  guint n_columns = count_columns (&whole);

  add_headings (self, n_columns);
  for (guint i = 0; i < domains->len; i++)
    {
      WmFrameworkBurden burden = wm_framework_count_burden (framework, domains->pdata[i]);

      add_row (self, wm_framework_item_get_name (domains->pdata[i]), &burden, n_columns, NULL);
    }
  add_row (self, _("Whole framework"), &whole, n_columns, "heading");
}

static void
clear (WmBurdenGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->n_rows = 0;
}

/**
 * wm_burden_grid_show:
 * @self: a grid
 * @framework: a framework
 * @item: (nullable): an item of it
 *
 * Shows the counts of a domain, or those of all domains when @item is the framework itself. For any
 * other item it shows nothing.
 */
void
wm_burden_grid_show (WmBurdenGrid *self, WmFramework *framework, WmFrameworkItem *item)
{
  WmItemKind kind = item != NULL ? wm_framework_item_get_kind (item) : WM_ITEM_INDICATOR;

  g_return_if_fail (WM_IS_BURDEN_GRID (self));

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), kind <= WM_ITEM_DOMAIN);
  if (kind == WM_ITEM_FRAMEWORK)
    show_whole (self, framework);
  else if (kind == WM_ITEM_DOMAIN)
    show_domain (self, framework, item);
}

/**
 * wm_burden_grid_dup_text:
 * @self: a grid
 *
 * Gets what is shown, for tests.
 *
 * Returns: (transfer full): a line for each row, its cells separated by tabs
 */
char *
wm_burden_grid_dup_text (WmBurdenGrid *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (WM_IS_BURDEN_GRID (self), g_string_free (text, FALSE));

  for (int row = 0; row < self->n_rows; row++)
    {
      GtkWidget *label;

      for (int column = 0; (label = gtk_grid_get_child_at (self->grid, column, row)) != NULL; column++)
        g_string_append_printf (text, "%s%s", column > 0 ? "\t" : "", gtk_label_get_text (GTK_LABEL (label)));
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
