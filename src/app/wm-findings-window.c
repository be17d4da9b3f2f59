/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What a framework still lacks, as a list: warnings first. A line leads to its item, and goes once the
 * item has what it lacked. */

#include "config.h"

#include "wm-findings-window.h"

#include "wm-finding.h"

#include <glib/gi18n-lib.h>

/* A line of the list. */
#define WM_TYPE_FINDING_LINE (wm_finding_line_get_type ())
G_DECLARE_FINAL_TYPE (WmFindingLine, wm_finding_line, WM, FINDING_LINE, GObject)

struct _WmFindingLine
{
  GObject parent_instance;

  WmSeverity severity;
  char *id;
  char *title;
  char *message;
};

G_DEFINE_FINAL_TYPE (WmFindingLine, wm_finding_line, G_TYPE_OBJECT)

static void
wm_finding_line_finalize (GObject *object)
{
  WmFindingLine *self = WM_FINDING_LINE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->message);
  G_OBJECT_CLASS (wm_finding_line_parent_class)->finalize (object);
}

static void
wm_finding_line_class_init (WmFindingLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_finding_line_finalize;
}

static void
wm_finding_line_init (WmFindingLine *self)
{
}

struct _WmFindingsWindow
{
  AdwWindow parent_instance;

  WmFrameworkEditor *editor; /* owned */
  GListStore *lines;         /* owned; of WmFindingLine */

  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (WmFindingsWindow, wm_findings_window, ADW_TYPE_WINDOW)

static const char *
get_title (WmFramework *framework, const char *id)
{
  WmFrameworkItem *item = wm_framework_find (framework, id);

  return item != NULL ? wm_framework_item_get_name (item) : id;
}

static WmFindingLine *
line_new (WmFramework *framework, const WmFinding *finding)
{
  WmFindingLine *line = g_object_new (WM_TYPE_FINDING_LINE, NULL);

  line->severity = finding->severity;
  line->id = g_strdup (finding->value);
  line->title = g_strdup (get_title (framework, finding->value));
  line->message = g_strdup (finding->message);
  return line;
}

static void
add_lines (WmFindingsWindow *self, GPtrArray *lines, gboolean notes)
{
  WmFramework *framework = wm_framework_editor_get_framework (self->editor);
  GPtrArray *findings = wm_framework_editor_get_findings (self->editor);

  for (guint i = 0; i < findings->len; i++)
    {
      const WmFinding *finding = g_ptr_array_index (findings, i);

      if ((finding->severity == WM_SEVERITY_NOTE) == notes)
        g_ptr_array_add (lines, line_new (framework, finding));
    }
}

static void
fill (WmFindingsWindow *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  add_lines (self, lines, FALSE);
  add_lines (self, lines, TRUE);
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)), lines->pdata,
                       lines->len);
  gtk_stack_set_visible_child_name (self->stack, lines->len > 0 ? "list" : "nothing");
}

static void
activate_cb (GtkListView *list, guint position, WmFindingsWindow *self)
{
  g_autoptr (WmFindingLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  wm_framework_editor_show_item (self->editor, line->id);
  if (parent != NULL)
    gtk_window_present (parent);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *message = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (title, "caption");
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), message);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_widget_add_css_class (row, "finding-line");
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  WmFindingLine *line = WM_FINDING_LINE (gtk_list_item_get_item (item));
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *message = gtk_widget_get_first_child (gtk_widget_get_next_sibling (icon));
  gboolean is_note = line->severity == WM_SEVERITY_NOTE;

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), is_note ? "wm-note-symbolic" : "dialog-warning-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_note ? _("Note") : _("Warning"), -1);
  gtk_label_set_text (GTK_LABEL (message), line->message);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (message)), line->title);
}

static void
wm_findings_window_dispose (GObject *object)
{
  WmFindingsWindow *self = WM_FINDINGS_WINDOW (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (wm_findings_window_parent_class)->dispose (object);
}

static void
wm_findings_window_class_init (WmFindingsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_findings_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, WM_RESOURCE_PATH "/ui/wm-findings-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmFindingsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WmFindingsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_findings_window_init (WmFindingsWindow *self)
{
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_list_store_new (WM_TYPE_FINDING_LINE);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->lines)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/**
 * wm_findings_window_new:
 * @widget: what opens it
 * @editor: what edits the framework
 *
 * Returns: (transfer none): a window that lists what the framework lacks, now and after every edit
 */
GtkWidget *
wm_findings_window_new (GtkWidget *widget, WmFrameworkEditor *editor)
{
  WmFindingsWindow *self = g_object_new (WM_TYPE_FINDINGS_WINDOW, "transient-for", gtk_widget_get_root (widget),
                                         NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

/**
 * wm_findings_window_get_n_rows:
 * @self: a window
 *
 * Returns: how many lines it has
 */
guint
wm_findings_window_get_n_rows (WmFindingsWindow *self)
{
  g_return_val_if_fail (WM_IS_FINDINGS_WINDOW (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}
