/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A button that names what a framework is compared with, and opens the list of all that it can be
 * compared with: the others of the project, the published ones, its own kept versions, and files. */

#include "config.h"

#include "wm-compare-choice.h"

#include "wm-accessible.h"
#include "wm-boxes.h"
#include "wm-file-pick.h"
#include "wm-framework-catalogue.h"
#include "wm-framework-read.h"
#include "wm-frameworks.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OF_PROJECT "project:"
#define BUILT_IN "built-in:"
#define OF_VERSION "version:"
#define OF_FILE "file:"

struct _WmCompareChoice
{
  AdwBin parent_instance;

  WmWorkspace *workspace; /* weak */
  char *own_id;           /* the framework that is compared */
  GPtrArray *chosen;      /* owned; keys, in the order in which they were chosen */
  GPtrArray *files;       /* owned; keys of the files that were added */
  gboolean is_filling;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkListBox *list;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmCompareChoice, wm_compare_choice, ADW_TYPE_BIN)

static gboolean
is_chosen (WmCompareChoice *self, const char *key)
{
  return g_ptr_array_find_with_equal_func (self->chosen, key, g_str_equal, NULL);
}

static void
set_chosen (WmCompareChoice *self, const char *key, gboolean is_wanted)
{
  guint index;

  if (is_chosen (self, key) == is_wanted)
    return;
  if (is_wanted)
    g_ptr_array_add (self->chosen, g_strdup (key));
  else if (g_ptr_array_find_with_equal_func (self->chosen, key, g_str_equal, &index))
    g_ptr_array_remove_index (self->chosen, index);
}

/* The button says how many: their names stand over the columns. */
static void
show_label (WmCompareChoice *self)
{
  guint n = self->chosen->len;
  g_autofree char *words =
    n > 0 ? g_strdup_printf (ngettext ("Compared with %u framework", "Compared with %u frameworks", n),
                             n)
          : g_strdup (_("Choose Frameworks to Compare With"));

  gtk_label_set_text (self->label, words);
  wm_accessible_set_name (GTK_WIDGET (self->button), words);
}

static void
toggled_cb (GtkCheckButton *check, WmCompareChoice *self)
{
  if (self->is_filling)
    return;
  set_chosen (self, g_object_get_data (G_OBJECT (check), "key"), gtk_check_button_get_active (check));
  show_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_check (WmCompareChoice *self, const char *key, const char *title)
{
  GtkWidget *check = gtk_check_button_new_with_label (title);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (self, key));
  g_object_set_data_full (G_OBJECT (check), "key", g_strdup (key), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
add_key (WmCompareChoice *self, GPtrArray *keys, const char *prefix, const char *id, const char *title)
{
  char *key = g_strconcat (prefix, id, NULL);

  add_check (self, key, title);
  g_ptr_array_add (keys, key);
}

static gboolean
has_entry (const GPtrArray *entries, const char *id)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((const WmFrameworkEntry *) g_ptr_array_index (entries, i))->id, id))
      return TRUE;
  return FALSE;
}

static void
list_project (WmCompareChoice *self, const GPtrArray *entries, const char *own_id, GPtrArray *keys)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const WmFrameworkEntry *entry = g_ptr_array_index (entries, i);

      if (!g_str_equal (entry->id, own_id))
        add_key (self, keys, OF_PROJECT, entry->id, entry->title);
    }
}

/* The published ones; that from which a copy in the project was made too, to see what was changed. */
static void
list_built_in (WmCompareChoice *self, const GPtrArray *entries, GPtrArray *keys)
{
  const char *const *ids = wm_framework_get_built_in_ids ();

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (WmFramework) framework = wm_framework_load_built_in (ids[i], NULL);
      g_autofree char *title = NULL;

      if (framework == NULL)
        continue;
      title = has_entry (entries, ids[i])
                /* Translators: %s is the title of a framework. */
                ? g_strdup_printf (_("%s, as published"), wm_framework_get_title (framework))
                : g_strdup (wm_framework_get_title (framework));
      add_key (self, keys, BUILT_IN, ids[i], title);
    }
}

static void
list_versions (WmCompareChoice *self, WmProject *project, const char *own_id, GPtrArray *keys)
{
  g_autoptr (GPtrArray) versions = wm_project_list_framework_versions (project, own_id, NULL);

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const WmFrameworkVersion *version = g_ptr_array_index (versions, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, version->id);
      g_autofree char *day = g_strndup (version->kept_at, 10);
      /* Translators: %s is a day. */
      g_autofree char *kept = g_strdup_printf (_("As kept on %s"), day);
      g_autofree char *title = g_strjoin (" · ", kept, version->note, NULL);

      add_key (self, keys, OF_VERSION, id, title);
    }
}

static void
list_files (WmCompareChoice *self, GPtrArray *keys)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const char *path = (const char *) g_ptr_array_index (self->files, i) + strlen (OF_FILE);
      g_autofree char *name = g_path_get_basename (path);

      add_key (self, keys, OF_FILE, path, name);
    }
}

/* What is no longer there is no longer chosen. */
static void
drop_unknown (WmCompareChoice *self, GPtrArray *keys)
{
  for (guint i = self->chosen->len; i-- > 0;)
    if (!g_ptr_array_find_with_equal_func (keys, g_ptr_array_index (self->chosen, i), g_str_equal, NULL))
      g_ptr_array_remove_index (self->chosen, i);
}

static void
file_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WmCompareChoice *self = WM_COMPARE_CHOICE (source);
  g_autoptr (GFile) file = wm_file_pick_open_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    wm_compare_choice_add_file (self, path);
}

static void
file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_popover_popdown (WM_COMPARE_CHOICE (widget)->popover);
  wm_file_pick_open (widget, _("Compare with a Framework from a File"), WM_FILE_FRAMEWORK,
                     file_picked_cb, NULL);
}

static void
wm_compare_choice_dispose (GObject *object)
{
  g_clear_weak_pointer (&WM_COMPARE_CHOICE (object)->workspace);
  G_OBJECT_CLASS (wm_compare_choice_parent_class)->dispose (object);
}

static void
wm_compare_choice_finalize (GObject *object)
{
  WmCompareChoice *self = WM_COMPARE_CHOICE (object);

  g_free (self->own_id);
  g_ptr_array_unref (self->chosen);
  g_ptr_array_unref (self->files);
  G_OBJECT_CLASS (wm_compare_choice_parent_class)->finalize (object);
}

static void
wm_compare_choice_class_init (WmCompareChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wm_compare_choice_dispose;
  object_class->finalize = wm_compare_choice_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-compare-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, WmCompareChoice, button);
  gtk_widget_class_bind_template_child (widget_class, WmCompareChoice, label);
  gtk_widget_class_bind_template_child (widget_class, WmCompareChoice, popover);
  gtk_widget_class_bind_template_child (widget_class, WmCompareChoice, list);
  gtk_widget_class_install_action (widget_class, "compare.add-file", NULL, file_action);

  /* Somebody made another choice. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
wm_compare_choice_init (WmCompareChoice *self)
{
  self->chosen = g_ptr_array_new_with_free_func (g_free);
  self->files = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  show_label (self);
}

/**
 * wm_compare_choice_fill:
 * @self: the choice
 * @workspace: a workspace with a project
 * @own_id: the framework that is compared with others
 *
 * Lists what @own_id can be compared with. What was chosen stays chosen.
 */
void
wm_compare_choice_fill (WmCompareChoice *self, WmWorkspace *workspace, const char *own_id)
{
  WmProject *project = wm_workspace_get_project (workspace);
  g_autoptr (GPtrArray) entries = wm_project_list_frameworks (project, NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (WM_IS_COMPARE_CHOICE (self));

  g_set_weak_pointer (&self->workspace, workspace);
  wm_set_str (&self->own_id, own_id);
  if (entries == NULL)
    return;
  self->is_filling = TRUE;
  wm_boxes_clear_list (self->list);
  list_project (self, entries, own_id, keys);
  list_built_in (self, entries, keys);
  list_versions (self, project, own_id, keys);
  list_files (self, keys);
  drop_unknown (self, keys);
  show_label (self);
  self->is_filling = FALSE;
}

/**
 * wm_compare_choice_choose:
 * @self: the choice
 * @key: "project:ID", "built-in:ID", "version:NUMBER" or "file:PATH"
 *
 * Chooses a framework, from when the list is filled next; what is not there is not chosen then.
 */
void
wm_compare_choice_choose (WmCompareChoice *self, const char *key)
{
  g_return_if_fail (WM_IS_COMPARE_CHOICE (self));

  set_chosen (self, key, TRUE);
  show_label (self);
}

/**
 * wm_compare_choice_add_file:
 * @self: the choice, which was filled
 * @path: a framework file
 *
 * Chooses the framework of a file, which is in the list from then on.
 */
void
wm_compare_choice_add_file (WmCompareChoice *self, const char *path)
{
  g_autofree char *key = g_strconcat (OF_FILE, path, NULL);

  g_return_if_fail (WM_IS_COMPARE_CHOICE (self));

  if (!g_ptr_array_find_with_equal_func (self->files, key, g_str_equal, NULL))
    g_ptr_array_add (self->files, g_strdup (key));
  wm_compare_choice_choose (self, key);
  wm_compare_choice_fill (self, self->workspace, self->own_id);
  g_signal_emit (self, signals[CHANGED], 0);
}

static WmFramework *
load (WmProject *project, const char *key, GError **error)
{
  if (g_str_has_prefix (key, OF_PROJECT))
    return wm_project_load_framework (project, key + strlen (OF_PROJECT), error);
  if (g_str_has_prefix (key, BUILT_IN))
    return wm_framework_load_built_in (key + strlen (BUILT_IN), error);
  if (g_str_has_prefix (key, OF_VERSION))
    return wm_project_load_framework_version (
      project, g_ascii_strtoll (key + strlen (OF_VERSION), NULL, 10), error);
  return wm_framework_load (key + strlen (OF_FILE), NULL, error);
}

/* A file that cannot be read is not offered again. */
static void
forget (WmCompareChoice *self, guint index)
{
  guint file;

  if (g_ptr_array_find_with_equal_func (self->files, g_ptr_array_index (self->chosen, index),
                                        g_str_equal, &file))
    g_ptr_array_remove_index (self->files, file);
  g_ptr_array_remove_index (self->chosen, index);
  show_label (self);
}

/**
 * wm_compare_choice_load:
 * @self: the choice, which was filled
 * @error: return location for an error
 *
 * Loads what is chosen. What cannot be loaded is chosen no more.
 *
 * Returns: (transfer full) (element-type WmFramework): the frameworks; %NULL on error
 */
GPtrArray *
wm_compare_choice_load (WmCompareChoice *self, GError **error)
{
  g_autoptr (GPtrArray) frameworks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_unref);

  g_return_val_if_fail (WM_IS_COMPARE_CHOICE (self), NULL);

  for (guint i = 0; i < self->chosen->len; i++)
    {
      const char *key = g_ptr_array_index (self->chosen, i);
      WmFramework *framework = load (wm_workspace_get_project (self->workspace), key, error);

      if (framework == NULL)
        {
          forget (self, i);
          return NULL;
        }
      g_ptr_array_add (frameworks, framework);
    }
  return g_steal_pointer (&frameworks);
}

/**
 * wm_compare_choice_open:
 * @self: the choice
 *
 * Opens the list.
 */
void
wm_compare_choice_open (WmCompareChoice *self)
{
  g_return_if_fail (WM_IS_COMPARE_CHOICE (self));

  gtk_menu_button_popup (self->button);
}
