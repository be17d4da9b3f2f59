/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The head of the form of an item: what it is and where it stands, what it has data for, what it
 * asks for and what it lacks. */

#include "config.h"

#include "wm-item-head.h"

#include "wm-boxes.h"
#include "wm-burden-grid.h"
#include "wm-coverage.h"
#include "wm-finding.h"

#include <glib/gi18n-lib.h>

struct _WmItemHead
{
  AdwBin parent_instance;

  GtkLabel *kind;
  GtkLabel *heading;
  GtkLabel *place;
  GtkLabel *data;
  WmBurdenGrid *burden;
  GtkLabel *findings;
};

G_DEFINE_FINAL_TYPE (WmItemHead, wm_item_head, ADW_TYPE_BIN)

static void
wm_item_head_class_init (WmItemHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WM_TYPE_BURDEN_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, WM_RESOURCE_PATH "/ui/wm-item-head.ui");
  gtk_widget_class_bind_template_child (widget_class, WmItemHead, kind);
  gtk_widget_class_bind_template_child (widget_class, WmItemHead, heading);
  gtk_widget_class_bind_template_child (widget_class, WmItemHead, place);
  gtk_widget_class_bind_template_child (widget_class, WmItemHead, data);
  gtk_widget_class_bind_template_child (widget_class, WmItemHead, burden);
  gtk_widget_class_bind_template_child (widget_class, WmItemHead, findings);
}

static void
wm_item_head_init (WmItemHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The items below which it stands, a line for each. */
static char *
describe_place (WmFramework *framework, const WmFrameworkItem *item)
{
  g_autoptr (GPtrArray) parents = wm_framework_list_parents (framework, wm_framework_item_get_id (item));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < parents->len; i++)
    {
      const WmFrameworkItem *parent = g_ptr_array_index (parents, i);

      if (wm_framework_item_get_kind (parent) != WM_ITEM_FRAMEWORK)
        /* Translators: %s is the title of the outcome or domain that an item belongs to. */
        g_ptr_array_add (lines, g_strdup_printf (_("In: %s"), wm_framework_item_get_name (parent)));
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
show_names (WmItemHead *self, const char *kind, const char *heading, const char *place)
{
  gtk_label_set_text (self->kind, kind);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
}

static void
show_findings (WmItemHead *self, WmFrameworkEditor *editor, const WmFrameworkItem *item)
{
  GPtrArray *own = item != NULL ? g_hash_table_lookup (wm_framework_editor_get_finding_ids (editor),
                                                       wm_framework_item_get_id (item))
                                : NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; own != NULL && i < own->len; i++)
    g_ptr_array_add (texts, ((WmFinding *) g_ptr_array_index (own, i))->message);
  wm_boxes_show_texts (self->findings, texts);
}

static char *
describe_data (const WmCoverageRow *row)
{
  if (row->state != WM_COVERAGE_DATA)
    return g_strdup (wm_coverage_state_get_words (row->state));
  /* Translators: %1$u counts areas, %2$s and %3$s are periods. */
  return g_strdup_printf (_("This project has data: %1$u areas, %2$s to %3$s"), row->n_areas,
                          row->first_period, row->last_period);
}

static void
show_data (WmItemHead *self, WmFrameworkEditor *editor, const WmFrameworkItem *item)
{
  gboolean is_indicator = item != NULL && wm_framework_item_get_kind (item) == WM_ITEM_INDICATOR;
  WmCoverage *coverage = is_indicator ? wm_framework_editor_get_coverage (editor) : NULL;
  const WmCoverageRow *row = coverage != NULL
                               ? wm_coverage_find (coverage, wm_framework_item_get_id (item)) : NULL;
  g_autofree char *text = row != NULL ? describe_data (row) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->data), row != NULL);
  if (row != NULL)
    gtk_label_set_text (self->data, text);
}

/**
 * wm_item_head_show:
 * @self: a head
 * @editor: the editor of the framework
 * @ids: (array zero-terminated=1): items of the framework, at least one
 *
 * Says what the items are; of several, only how many.
 */
void
wm_item_head_show (WmItemHead *self, WmFrameworkEditor *editor, const char *const *ids)
{
  WmFramework *framework;
  WmFrameworkItem *item;
  guint n;

  g_return_if_fail (WM_IS_ITEM_HEAD (self) && ids != NULL);

  framework = wm_framework_editor_get_framework (editor);
  n = g_strv_length ((GStrv) ids);
  item = n == 1 ? wm_framework_find (framework, ids[0]) : NULL;
  if (item != NULL)
    {
      g_autofree char *place = describe_place (framework, item);

      show_names (self, wm_item_kind_get_words (wm_framework_item_get_kind (item)),
                  wm_framework_item_get_name (item), place);
    }
  else
    {
      g_autofree char *kind = g_strdup_printf (ngettext ("%u item", "%u items", n), n);

      show_names (self, kind, _("A change here changes all of them"), "");
    }
  show_findings (self, editor, item);
  show_data (self, editor, item);
  wm_burden_grid_show (self->burden, framework, item);
}
