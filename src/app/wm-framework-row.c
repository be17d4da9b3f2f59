/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* One line of the tree of a framework: code and title, what is not measured, what there is to say
 * about it, and how many indicators stand below it. */

#include "config.h"

#include "wm-framework-row.h"

#include "wm-finding.h"

#include <glib/gi18n-lib.h>

struct _WmFrameworkRow
{
  AdwBin parent_instance;

  GtkTreeExpander *expander;
  GtkLabel *code;
  GtkLabel *title;
  GtkLabel *state; /* "gap" or "placeholder" */
  GtkImage *mark;  /* of findings */
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (WmFrameworkRow, wm_framework_row, ADW_TYPE_BIN)

static void
wm_framework_row_class_init (WmFrameworkRowClass *klass)
{
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
wm_framework_row_init (WmFrameworkRow *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->expander = GTK_TREE_EXPANDER (expander);
  gtk_widget_set_focusable (expander, FALSE); /* the row has the focus, and its keys */
  self->code = add_label (box, "dim-label");
  gtk_label_set_ellipsize (self->code, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->code, 12);
  self->title = add_label (box, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  self->state = add_label (box, "framework-state");
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "caption");
  self->mark = GTK_IMAGE (gtk_image_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->mark));
  self->count = add_label (box, "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_tree_expander_set_child (self->expander, box);
  adw_bin_set_child (ADW_BIN (self), expander);
  gtk_widget_add_css_class (GTK_WIDGET (self), "framework-row");
}

/**
 * wm_framework_row_new:
 *
 * Returns: (transfer none): an empty line
 */
GtkWidget *
wm_framework_row_new (void)
{
  return g_object_new (WM_TYPE_FRAMEWORK_ROW, NULL);
}

/**
 * wm_framework_row_bind:
 * @self: a line
 * @row: (nullable): a row of the tree, whose item is a #WmFrameworkNode; %NULL for none
 *
 * Has the line stand for a row of the tree.
 */
void
wm_framework_row_bind (WmFrameworkRow *self, GtkTreeListRow *row)
{
  g_return_if_fail (WM_IS_FRAMEWORK_ROW (self));

  gtk_tree_expander_set_list_row (self->expander, row);
  wm_framework_row_set_drop_place (self, WM_DROP_NOWHERE);
}

/**
 * wm_framework_row_get_row:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the row of the tree that it stands for
 */
GtkTreeListRow *
wm_framework_row_get_row (WmFrameworkRow *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_ROW (self), NULL);

  return gtk_tree_expander_get_list_row (self->expander);
}

/**
 * wm_framework_row_get_node:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the place in the framework that it stands for
 */
WmFrameworkNode *
wm_framework_row_get_node (WmFrameworkRow *self)
{
  GtkTreeListRow *row = wm_framework_row_get_row (self);
  g_autoptr (WmFrameworkNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node; /* its list holds it */
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static const char *
get_state (WmFrameworkItem *item, gboolean is_gap)
{
  if (wm_framework_item_is_placeholder (item))
    return _("placeholder");
  /* Translators: an outcome that nothing measures yet. */
  return is_gap ? C_("outcome", "gap") : NULL;
}

static char *
join_findings (GPtrArray *findings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((WmFinding *) g_ptr_array_index (findings, i))->message);
  return g_strdup (text->str);
}

static gboolean
has_warning (GPtrArray *findings)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    if (((WmFinding *) g_ptr_array_index (findings, i))->severity != WM_SEVERITY_NOTE)
      return TRUE;
  return FALSE;
}

static void
show_findings (WmFrameworkRow *self, GPtrArray *findings)
{
  g_autofree char *text = join_findings (findings);

  gtk_widget_set_visible (GTK_WIDGET (self->mark), *text != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), text);
  gtk_image_set_from_icon_name (self->mark, has_warning (findings) ? "dialog-warning-symbolic"
                                                                   : "wm-note-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static char *
describe_count (guint n)
{
  return n > 0 ? g_strdup_printf (ngettext ("%u indicator", "%u indicators", n), n) : NULL;
}

/* The whole line in words: what it is, its title, its state, what there is to say. */
static void
describe (WmFrameworkRow *self, WmFrameworkNode *node, const char *title, const char *state, GPtrArray *findings)
{
  g_autofree char *count = describe_count (wm_framework_node_get_n_indicators (node));
  g_autofree char *text = join_findings (findings);
  const char *parts[6] = { wm_item_kind_get_words (wm_framework_node_get_kind (node)), title };
  guint n = 2;
  g_autofree char *words = NULL;
  GtkWidget *line = gtk_widget_get_parent (GTK_WIDGET (self)); /* what takes the focus */

  if (state != NULL)
    parts[n++] = state;
  if (count != NULL)
    parts[n++] = count;
  if (*text != '\0')
    parts[n++] = text;
  words = g_strjoinv (". ", (char **) parts);
  if (line != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_kind (WmFrameworkRow *self, WmItemKind kind, gboolean has_title)
{
  GtkWidget *title = GTK_WIDGET (self->title);

  if (kind == WM_ITEM_DOMAIN || kind == WM_ITEM_FRAMEWORK)
    gtk_widget_add_css_class (title, "heading");
  else
    gtk_widget_remove_css_class (title, "heading");
  if (has_title)
    gtk_widget_remove_css_class (title, "dim-label");
  else
    gtk_widget_add_css_class (title, "dim-label");
}

/**
 * wm_framework_row_show:
 * @self: a line that stands for a row
 * @is_gap: whether it is an outcome that nothing measures
 * @findings: (nullable) (element-type WmFinding): what there is to say about the item
 *
 * Shows what is known now about the item.
 */
void
wm_framework_row_show (WmFrameworkRow *self, gboolean is_gap, GPtrArray *findings)
{
  WmFrameworkNode *node = wm_framework_row_get_node (self);
  WmFrameworkItem *item = node != NULL ? wm_framework_node_get_item (node) : NULL;
  const char *title;
  const char *state;
  guint n;
  g_autofree char *count = NULL;

  if (item == NULL)
    return;
  title = wm_framework_item_get_text (item, WM_FIELD_TITLE);
  state = get_state (item, is_gap);
  n = wm_framework_node_get_n_indicators (node);
  count = n > 0 ? g_strdup_printf ("%u", n) : NULL;
  show_text (self->code, wm_framework_item_get_text (item, WM_FIELD_CODE));
  gtk_label_set_text (self->title, title != NULL ? title : _("(no title)"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  show_kind (self, wm_framework_item_get_kind (item), title != NULL);
  show_text (self->state, state);
  show_text (self->count, count);
  show_findings (self, findings);
  describe (self, node, title != NULL ? title : _("(no title)"), state, findings);
}

/**
 * wm_framework_row_set_drop_place:
 * @self: a line
 * @place: where what is dragged over it would come
 *
 * Marks where something would be dropped.
 */
void
wm_framework_row_set_drop_place (WmFrameworkRow *self, WmDropPlace place)
{
  static const char *const classes[] = { NULL, "drop-before", "drop-after", "drop-into" };

  g_return_if_fail (WM_IS_FRAMEWORK_ROW (self));

  for (guint i = WM_DROP_BEFORE; i <= WM_DROP_INTO; i++)
    if (i == place)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
}
