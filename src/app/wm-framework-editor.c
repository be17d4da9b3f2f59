/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What is being edited: one framework of the open project, what it lacks and what of it has data. All
 * views of the framework ask here. Steps are in wm-framework-editor-steps.c, adding and removing
 * frameworks in wm-framework-editor-list.c. */

#include "config.h"

#include "wm-framework-editor-private.h"

#include "wm-coverage.h"
#include "wm-finding.h"
#include "wm-framework-check.h"
#include "wm-frameworks.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_FRAMEWORK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  ITEM_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmFrameworkEditor, wm_framework_editor, G_TYPE_OBJECT)

static WmProject *
get_project (WmFrameworkEditor *self)
{
  return wm_workspace_get_project (self->workspace);
}

static void
forget_answers (WmFrameworkEditor *self)
{
  g_clear_pointer (&self->finding_ids, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  if (self->coverage != NULL)
    {
      g_clear_pointer (&self->older, wm_coverage_unref);
      self->older = g_steal_pointer (&self->coverage);
    }
}

/* The data or the own authority are others: what is known of them does not hold any more. */
static void
forget_data (WmFrameworkEditor *self)
{
  g_clear_pointer (&self->coverage, wm_coverage_unref);
  g_clear_pointer (&self->older, wm_coverage_unref);
}

/* Has everybody look again. */
void
wm_framework_editor_tell (WmFrameworkEditor *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRAMEWORK]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Goes on with a framework, or with none; takes it over. */
void
wm_framework_editor_take_framework (WmFrameworkEditor *self, WmFramework *framework)
{
  forget_answers (self);
  g_clear_pointer (&self->framework, wm_framework_unref);
  self->framework = framework;
  self->is_loaded = TRUE;
  wm_set_str (&self->wanted, framework != NULL ? wm_framework_get_id (framework) : NULL);
  if (framework != NULL)
    g_hash_table_replace (self->values, g_strdup (self->wanted), wm_framework_ref (framework));
}

/* Steps are about the very items of a framework: once it was read, it is not read again. */
static WmFramework *
read_framework (WmFrameworkEditor *self, const char *id, GError **error)
{
  g_autofree char *active = wm_project_dup_active_framework_id (get_project (self));
  const char *wanted = id != NULL ? id : active;
  WmFramework *framework = wanted != NULL ? g_hash_table_lookup (self->values, wanted) : NULL;

  if (framework != NULL)
    return wm_framework_ref (framework);
  return wanted != NULL ? wm_project_load_framework (get_project (self), wanted, error) : NULL;
}

/* The framework is read when somebody looks: opening a project does not wait for it. */
static void
ensure_framework (WmFrameworkEditor *self)
{
  g_autoptr (GError) error = NULL;
  WmFramework *framework;

  if (self->is_loaded || get_project (self) == NULL)
    return;
  self->is_loaded = TRUE;
  framework = read_framework (self, self->wanted, &error);
  if (error != NULL)
    wm_workspace_fail (self->workspace, _("The Framework Could Not Be Opened"), error);
  wm_framework_editor_take_framework (self, framework);
}

/* What an import changed: the coverage always, the framework where it is made from the measures. */
static void
workspace_changed_cb (WmWorkspace *workspace, WmFrameworkEditor *self)
{
  gboolean is_live = FALSE;
  g_autoptr (GPtrArray) entries = wm_framework_editor_list (self);

  for (guint i = 0; i < entries->len; i++)
    {
      const WmFrameworkEntry *entry = g_ptr_array_index (entries, i);

      is_live = is_live || (entry->changed_at == NULL && g_strcmp0 (entry->id, self->wanted) == 0);
    }
  if (is_live)
    {
      self->is_loaded = FALSE;
      g_hash_table_remove (self->values, self->wanted);
    }
  forget_data (self);
  wm_framework_editor_tell (self);
}

static void
wm_framework_editor_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_FRAMEWORK:
      g_value_set_boxed (value, wm_framework_editor_get_framework (WM_FRAMEWORK_EDITOR (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_framework_editor_finalize (GObject *object)
{
  WmFrameworkEditor *self = WM_FRAMEWORK_EDITOR (object);

  forget_answers (self);
  forget_data (self);
  g_clear_pointer (&self->framework, wm_framework_unref);
  g_free (self->wanted);
  g_hash_table_unref (self->values);
  G_OBJECT_CLASS (wm_framework_editor_parent_class)->finalize (object);
}

static void
wm_framework_editor_class_init (WmFrameworkEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = wm_framework_editor_get_property;
  object_class->finalize = wm_framework_editor_finalize;

  properties[PROP_FRAMEWORK] =
    g_param_spec_boxed ("framework", NULL, NULL, WM_TYPE_FRAMEWORK,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* The list of frameworks, the framework or its coverage is another now: look again. */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /* These items were changed by undoing or redoing; or, with TRUE, somebody asks to see them where
   * they can be edited. */
  signals[ITEM_WANTED] = g_signal_new ("item-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRV, G_TYPE_BOOLEAN);
}

static void
wm_framework_editor_init (WmFrameworkEditor *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) wm_framework_unref);
}

/**
 * wm_framework_editor_new:
 * @workspace: the workspace that will own it
 *
 * Makes the editor of a workspace, which nobody else needs to do.
 *
 * Returns: (transfer full): an editor of nothing
 */
WmFrameworkEditor *
wm_framework_editor_new (WmWorkspace *workspace)
{
  WmFrameworkEditor *self = g_object_new (WM_TYPE_FRAMEWORK_EDITOR, NULL);

  self->workspace = workspace;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, 0);
  return self;
}

/**
 * wm_framework_editor_start:
 * @self: an editor
 *
 * Begins anew with the active framework: another project is open.
 */
void
wm_framework_editor_start (WmFrameworkEditor *self)
{
  g_return_if_fail (WM_IS_FRAMEWORK_EDITOR (self));

  wm_framework_editor_take_framework (self, NULL);
  forget_data (self);
  g_hash_table_remove_all (self->values);
  self->is_loaded = FALSE;
  self->typing = NULL;
  wm_framework_editor_tell (self);
}

/**
 * wm_framework_editor_get_framework:
 * @self: an editor
 *
 * Gets what is being edited.
 *
 * Returns: (transfer none) (nullable): the framework; %NULL while none is open
 */
WmFramework *
wm_framework_editor_get_framework (WmFrameworkEditor *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_EDITOR (self), NULL);

  ensure_framework (self);
  return self->framework;
}

/**
 * wm_framework_editor_get_id:
 * @self: an editor
 *
 * Gets which of the frameworks of the project is being edited.
 *
 * Returns: (nullable): its id; %NULL while none is open
 */
const char *
wm_framework_editor_get_id (WmFrameworkEditor *self)
{
  WmFramework *framework = wm_framework_editor_get_framework (self);

  return framework != NULL ? wm_framework_get_id (framework) : NULL;
}

/**
 * wm_framework_editor_can_edit:
 * @self: an editor
 *
 * Tells whether frameworks can be added and changed.
 *
 * Returns: whether there is a project that can be written to
 */
gboolean
wm_framework_editor_can_edit (WmFrameworkEditor *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_EDITOR (self), FALSE);

  return get_project (self) != NULL && !wm_workspace_is_read_only (self->workspace);
}

/**
 * wm_framework_editor_list:
 * @self: an editor
 *
 * Lists the frameworks of the project.
 *
 * Returns: (transfer full) (element-type WmFrameworkEntry): the frameworks; none without a project
 */
GPtrArray *
wm_framework_editor_list (WmFrameworkEditor *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = NULL;

  g_return_val_if_fail (WM_IS_FRAMEWORK_EDITOR (self), NULL);

  if (get_project (self) != NULL)
    entries = wm_project_list_frameworks (get_project (self), &error);
  if (error != NULL)
    g_warning ("The frameworks cannot be listed: %s", error->message);
  return entries != NULL ? entries : g_ptr_array_new ();
}

/* The project that this edits a framework of. */
WmWorkspace *
wm_framework_editor_get_workspace (WmFrameworkEditor *self)
{
  return self->workspace;
}

/* Goes on with a framework, even if it is open already; without @id with the active one, if there is
 * one. */
gboolean
wm_framework_editor_go_to (WmFrameworkEditor *self, const char *id, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  WmFramework *framework = read_framework (self, id, &own_error);

  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  wm_framework_editor_take_framework (self, framework);
  wm_framework_editor_tell (self);
  return TRUE;
}

/* Whether there may be steps for a framework of this id, even if it was removed. */
gboolean
wm_framework_editor_knows (WmFrameworkEditor *self, const char *id)
{
  return g_hash_table_contains (self->values, id);
}

/* Goes on with a framework, unless it is open already. */
gboolean
wm_framework_editor_ensure_open (WmFrameworkEditor *self, const char *id, GError **error)
{
  return g_strcmp0 (wm_framework_editor_get_id (self), id) == 0
         || wm_framework_editor_go_to (self, id, error);
}

/**
 * wm_framework_editor_open:
 * @self: an editor with a project
 * @id: a framework of the project
 *
 * Goes on with another framework.
 *
 * Returns: whether it could be opened; else the user was told
 */
gboolean
wm_framework_editor_open (WmFrameworkEditor *self, const char *id)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (WM_IS_FRAMEWORK_EDITOR (self), FALSE);

  if (wm_framework_editor_ensure_open (self, id, &error))
    return TRUE;
  wm_workspace_fail (self->workspace, _("The Framework Could Not Be Opened"), error);
  return FALSE;
}

/**
 * wm_framework_editor_get_findings:
 * @self: an editor
 *
 * Gets what the framework still lacks.
 *
 * Returns: (transfer none) (element-type WmFinding): the findings, as wm_framework_check() gives them
 */
GPtrArray *
wm_framework_editor_get_findings (WmFrameworkEditor *self)
{
  WmFramework *framework = wm_framework_editor_get_framework (self);

  if (self->findings == NULL)
    self->findings = framework != NULL
                       ? wm_framework_check (framework)
                       : g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
  return self->findings;
}

/**
 * wm_framework_editor_get_finding_ids:
 * @self: an editor
 *
 * Gets the items about which there is something to say.
 *
 * Returns: (transfer none) (element-type utf8 GPtrArray): the findings of each id that has some
 */
GHashTable *
wm_framework_editor_get_finding_ids (WmFrameworkEditor *self)
{
  GPtrArray *findings = wm_framework_editor_get_findings (self);

  if (self->finding_ids != NULL)
    return self->finding_ids;
  self->finding_ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < findings->len; i++)
    {
      WmFinding *finding = g_ptr_array_index (findings, i);
      GPtrArray *own = g_hash_table_lookup (self->finding_ids, finding->value);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (self->finding_ids, finding->value, own);
        }
      g_ptr_array_add (own, finding);
    }
  return self->finding_ids;
}

/**
 * wm_framework_editor_get_coverage:
 * @self: an editor
 *
 * Gets what of the framework the project has data for.
 *
 * Returns: (transfer none) (nullable): the coverage; %NULL without a framework
 */
WmCoverage *
wm_framework_editor_get_coverage (WmFrameworkEditor *self)
{
  WmFramework *framework = wm_framework_editor_get_framework (self);
  g_autoptr (GError) error = NULL;

  if (framework == NULL)
    return NULL;
  if (self->coverage == NULL)
    self->coverage = self->older != NULL
                       ? wm_coverage_renew (self->older, get_project (self), framework, &error)
                       : wm_coverage_new (get_project (self), framework, &error);
  if (error != NULL)
    g_warning ("What has data cannot be told: %s", error->message);
  return self->coverage;
}

/**
 * wm_framework_editor_refuse:
 * @self: an editor
 * @error: why
 *
 * Tells the user that a step cannot be taken.
 */
void
wm_framework_editor_refuse (WmFrameworkEditor *self, const GError *error)
{
  g_return_if_fail (WM_IS_FRAMEWORK_EDITOR (self));

  wm_workspace_fail (self->workspace, _("The Change Could Not Be Made"), error);
}

/* Has items shown in the tree: they came back, or, with @is_asked, somebody asks to see them. */
void
wm_framework_editor_want (WmFrameworkEditor *self, const char *const *ids, gboolean is_asked)
{
  g_signal_emit (self, signals[ITEM_WANTED], 0, ids, is_asked);
}

/**
 * wm_framework_editor_show_item:
 * @self: an editor of a framework
 * @id: an item of it
 *
 * Has an item shown where it can be edited.
 */
void
wm_framework_editor_show_item (WmFrameworkEditor *self, const char *id)
{
  const char *ids[] = { id, NULL };

  g_return_if_fail (WM_IS_FRAMEWORK_EDITOR (self));

  wm_framework_editor_want (self, ids, TRUE);
}
