/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The open project as an object: what pages bind to instead of to each other. It holds the project,
 * the selected measure, the history of edits and the work that is running. */

#include "config.h"

#include "wm-workspace.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _WmWorkspace
{
  GObject parent_instance;

  WmSettings *settings;
  WmHistory *history;
  WmFrameworkEditor *framework_editor;
  gboolean leaves_data; /* the edit that is being made says so */
  WmProject *project; /* owned; NULL while none is open */
  char *measure;      /* code of the selected measure */
};

enum
{
  PROP_0,
  PROP_SETTINGS,
  PROP_HISTORY,
  PROP_HAS_PROJECT,
  PROP_IS_READ_ONLY,
  PROP_READ_ONLY_REASON,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_MEASURE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  JOB_STARTED,
  JOB_ENDED,
  EDITED,
  SAID,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmWorkspace, wm_workspace, G_TYPE_OBJECT)

static char *
make_title (WmWorkspace *self)
{
  g_autofree char *name = NULL;

  if (self->project == NULL)
    return g_strdup ("Waymark");
  name = g_path_get_basename (wm_store_get_path (wm_project_get_store (self->project)));
  if (g_str_has_suffix (name, ".waymark"))
    name[strlen (name) - strlen (".waymark")] = '\0';
  if (!wm_project_is_sample (self->project))
    return g_steal_pointer (&name);
  /* Translators: %s is the name of the sample project. */
  return g_strdup_printf (_("%s (fictional data)"), name);
}

static const char *
get_subtitle (WmWorkspace *self)
{
  WmArea *authority = wm_workspace_get_authority (self);

  return authority != NULL ? authority->name : "";
}

static char *
make_read_only_reason (WmWorkspace *self)
{
  if (!wm_workspace_is_read_only (self))
    return g_strdup ("");
  /* Translators: %s is a sentence that says why. */
  return g_strdup_printf (_("This project can be read but not changed. %s"),
                          wm_store_get_read_only_reason (wm_project_get_store (self->project)));
}

static void
wm_workspace_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  WmWorkspace *self = WM_WORKSPACE (object);

  switch (property_id)
    {
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_HAS_PROJECT:
      g_value_set_boolean (value, self->project != NULL);
      break;
    case PROP_IS_READ_ONLY:
      g_value_set_boolean (value, wm_workspace_is_read_only (self));
      break;
    case PROP_READ_ONLY_REASON:
      g_value_take_string (value, make_read_only_reason (self));
      break;
    case PROP_TITLE:
      g_value_take_string (value, make_title (self));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, get_subtitle (self));
      break;
    case PROP_MEASURE:
      g_value_set_string (value, self->measure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_workspace_set_property (GObject *object, guint property_id, const GValue *value,
                           GParamSpec *pspec)
{
  WmWorkspace *self = WM_WORKSPACE (object);

  switch (property_id)
    {
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    case PROP_MEASURE:
      wm_workspace_set_measure (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_workspace_finalize (GObject *object)
{
  WmWorkspace *self = WM_WORKSPACE (object);

  g_clear_object (&self->history);
  g_clear_object (&self->framework_editor);
  g_clear_pointer (&self->project, wm_project_unref);
  g_clear_object (&self->settings);
  g_free (self->measure);
  G_OBJECT_CLASS (wm_workspace_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_SETTINGS] =
    g_param_spec_object ("settings", NULL, NULL, WM_TYPE_SETTINGS,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HISTORY] =
    g_param_spec_object ("history", NULL, NULL, WM_TYPE_HISTORY, read);
  properties[PROP_HAS_PROJECT] = g_param_spec_boolean ("has-project", NULL, NULL, FALSE, read);
  properties[PROP_IS_READ_ONLY] = g_param_spec_boolean ("is-read-only", NULL, NULL, FALSE, read);
  properties[PROP_READ_ONLY_REASON] =
    g_param_spec_string ("read-only-reason", NULL, NULL, "", read);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", read);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", read);
  properties[PROP_MEASURE] =
    g_param_spec_string ("measure", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wm_workspace_class_init (WmWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = wm_workspace_get_property;
  object_class->set_property = wm_workspace_set_property;
  object_class->finalize = wm_workspace_finalize;
  install_properties (object_class);

  /* What the project holds is another now: look again. */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[JOB_STARTED] = g_signal_new ("job-started", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, WM_TYPE_JOB);
  signals[JOB_ENDED] = g_signal_new ("job-ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, WM_TYPE_JOB);
  /* For the user: what was edited and can be undone, what was done, what could not be done. */
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SAID] = g_signal_new ("said", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
tell_all (WmWorkspace *self)
{
  for (guint i = PROP_HAS_PROJECT; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* An edit may have touched anything that the project keeps in memory, unless it says otherwise. */
static void
history_changed_cb (WmHistory *history, WmWorkspace *self)
{
  g_autoptr (GError) error = NULL;
  gboolean leaves_data = self->leaves_data;

  self->leaves_data = FALSE;
  if (!leaves_data && !wm_workspace_reload (self, &error))
    g_warning ("After an edit: %s", error->message);
}

static void
wm_workspace_init (WmWorkspace *self)
{
  self->history = wm_history_new ();
  self->framework_editor = wm_framework_editor_new (self);
  g_signal_connect_object (self->history, "changed", G_CALLBACK (history_changed_cb), self, 0);
}

/**
 * wm_workspace_new:
 * @settings: the user's choices
 *
 * Returns: (transfer full): a workspace without a project
 */
WmWorkspace *
wm_workspace_new (WmSettings *settings)
{
  return g_object_new (WM_TYPE_WORKSPACE, "settings", settings, NULL);
}

/**
 * wm_workspace_get_project:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the open project
 */
WmProject *
wm_workspace_get_project (WmWorkspace *self)
{
  g_return_val_if_fail (WM_IS_WORKSPACE (self), NULL);

  return self->project;
}

/* A new project takes the user's authority, where there is one and the project knows it. */
static void
propose_authority (WmWorkspace *self)
{
  g_autofree char *code = NULL;

  g_object_get (self->settings, "default-authority", &code, NULL);
  if (code == NULL || *code == '\0' || wm_workspace_is_read_only (self)
      || wm_project_is_sample (self->project) || wm_project_get_own_authority (self->project) != NULL
      || wm_area_set_find_code (wm_project_get_areas (self->project), code) == NULL)
    return;
  wm_project_set_own_authority (self->project, code, NULL);
}

/**
 * wm_workspace_take_project:
 * @self: a workspace
 * @project: (transfer full) (nullable): a project, or %NULL to close the one that is open
 *
 * Opens a project in place of the one that is open.
 */
void
wm_workspace_take_project (WmWorkspace *self, WmProject *project)
{
  g_return_if_fail (WM_IS_WORKSPACE (self));

  g_clear_pointer (&self->project, wm_project_unref);
  self->project = project;
  g_clear_pointer (&self->measure, g_free);
  wm_history_clear (self->history);
  if (project != NULL)
    propose_authority (self);
  wm_framework_editor_start (self->framework_editor);
  tell_all (self);
}

/**
 * wm_workspace_get_store:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the project file
 */
WmStore *
wm_workspace_get_store (WmWorkspace *self)
{
  g_return_val_if_fail (WM_IS_WORKSPACE (self), NULL);

  return self->project != NULL ? wm_project_get_store (self->project) : NULL;
}

/**
 * wm_workspace_is_read_only:
 * @self: a workspace
 *
 * Returns: whether there is a project that cannot be changed
 */
gboolean
wm_workspace_is_read_only (WmWorkspace *self)
{
  g_return_val_if_fail (WM_IS_WORKSPACE (self), FALSE);

  return self->project != NULL && wm_store_is_read_only (wm_project_get_store (self->project));
}

/**
 * wm_workspace_get_settings:
 * @self: a workspace
 *
 * Returns: (transfer none): the user's choices
 */
WmSettings *
wm_workspace_get_settings (WmWorkspace *self)
{
  g_return_val_if_fail (WM_IS_WORKSPACE (self), NULL);

  return self->settings;
}

/**
 * wm_workspace_get_history:
 * @self: a workspace
 *
 * Returns: (transfer none): what was edited
 */
WmHistory *
wm_workspace_get_history (WmWorkspace *self)
{
  g_return_val_if_fail (WM_IS_WORKSPACE (self), NULL);

  return self->history;
}

/**
 * wm_workspace_get_framework_editor:
 * @self: a workspace
 *
 * Returns: (transfer none): where the frameworks of the open project are edited
 */
WmFrameworkEditor *
wm_workspace_get_framework_editor (WmWorkspace *self)
{
  g_return_val_if_fail (WM_IS_WORKSPACE (self), NULL);

  return self->framework_editor;
}

/**
 * wm_workspace_get_authority:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the user's authority in the open project
 */
WmArea *
wm_workspace_get_authority (WmWorkspace *self)
{
  g_return_val_if_fail (WM_IS_WORKSPACE (self), NULL);

  return self->project != NULL ? wm_project_get_own_authority (self->project) : NULL;
}

/**
 * wm_workspace_set_authority:
 * @self: a workspace with a project
 * @code: code of the user's authority
 * @error: return location for an error
 *
 * Sets the authority that everything is seen from.
 *
 * Returns: whether it could be set
 */
gboolean
wm_workspace_set_authority (WmWorkspace *self, const char *code, GError **error)
{
  g_return_val_if_fail (WM_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (self->project != NULL, FALSE);

  if (!wm_project_set_own_authority (self->project, code, error))
    return FALSE;
  tell_all (self);
  return TRUE;
}

/**
 * wm_workspace_get_measure:
 * @self: a workspace
 *
 * Returns: (nullable): code of the selected measure
 */
const char *
wm_workspace_get_measure (WmWorkspace *self)
{
  g_return_val_if_fail (WM_IS_WORKSPACE (self), NULL);

  return self->measure;
}

/**
 * wm_workspace_set_measure:
 * @self: a workspace
 * @code: (nullable): code of a measure
 *
 * Selects a measure.
 */
void
wm_workspace_set_measure (WmWorkspace *self, const char *code)
{
  g_return_if_fail (WM_IS_WORKSPACE (self));

  if (wm_set_str (&self->measure, code))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEASURE]);
}

/**
 * wm_workspace_reload:
 * @self: a workspace
 * @error: return location for an error
 *
 * Looks again at what the project file holds, after an import or an edit.
 *
 * Returns: whether it could be read
 */
gboolean
wm_workspace_reload (WmWorkspace *self, GError **error)
{
  g_return_val_if_fail (WM_IS_WORKSPACE (self), FALSE);

  if (self->project != NULL && !wm_project_reload (self->project, error))
    return FALSE;
  tell_all (self);
  return TRUE;
}

typedef struct
{
  WmWorkspace *workspace;
  GAsyncReadyCallback callback;
  gpointer user_data;
} Run;

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;

  g_signal_emit (run->workspace, signals[JOB_ENDED], 0, source);
  run->callback (source, result, run->user_data);
  g_object_unref (run->workspace);
  g_free (run);
}

/**
 * wm_workspace_run:
 * @self: a workspace
 * @job: (transfer full): work
 * @callback: (scope async): called when it is over; ends with wm_job_finish()
 * @user_data: data for @callback
 *
 * Runs work in a thread and shows that it runs.
 */
void
wm_workspace_run (WmWorkspace *self, WmJob *job, GAsyncReadyCallback callback, gpointer user_data)
{
  Run *run;

  g_return_if_fail (WM_IS_WORKSPACE (self));

  run = g_new (Run, 1);
  run->workspace = g_object_ref (self);
  run->callback = callback;
  run->user_data = user_data;
  g_signal_emit (self, signals[JOB_STARTED], 0, job);
  wm_job_run (job, job_done_cb, run);
  g_object_unref (job);
}

/**
 * wm_workspace_edit:
 * @self: a workspace with a project
 * @label: what the edit does, such as "Add Event"
 * @apply: (scope notified): makes the edit
 * @revert: (scope notified): takes it back
 * @data: (transfer full): what the edit is about
 * @data_free: frees @data
 *
 * Makes an edit that can be undone, and tells the user whether it was made.
 *
 * Returns: whether it was made
 */
gboolean
wm_workspace_edit (WmWorkspace    *self,
                   const char     *label,
                   WmEditFunc      apply,
                   WmEditFunc      revert,
                   gpointer        data,
                   GDestroyNotify  data_free)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (WM_IS_WORKSPACE (self), FALSE);

  if (!wm_history_do (self->history, label, apply, revert, data, data_free, &error))
    {
      wm_workspace_fail (self, _("The Change Could Not Be Made"), error);
      return FALSE;
    }
  g_signal_emit (self, signals[EDITED], 0, label);
  return TRUE;
}

/**
 * wm_workspace_leave_data:
 * @self: a workspace
 *
 * For an edit that is being made or taken back: says that it touches no data, so that nobody but
 * whoever shows the edited thing needs to look again.
 */
void
wm_workspace_leave_data (WmWorkspace *self)
{
  g_return_if_fail (WM_IS_WORKSPACE (self));

  self->leaves_data = TRUE;
}

/**
 * wm_workspace_say:
 * @self: a workspace
 * @message: what was done
 *
 * Tells the user in passing that something was done.
 */
void
wm_workspace_say (WmWorkspace *self, const char *message)
{
  g_return_if_fail (WM_IS_WORKSPACE (self));

  g_signal_emit (self, signals[SAID], 0, message);
}

/**
 * wm_workspace_fail:
 * @self: a workspace
 * @heading: what could not be done
 * @error: why; one that only says that it was cancelled is not shown
 *
 * Tells the user that something could not be done.
 */
void
wm_workspace_fail (WmWorkspace *self, const char *heading, const GError *error)
{
  g_return_if_fail (WM_IS_WORKSPACE (self));

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, heading, error->message);
}
